import type { Archive } from '../../src/archive/contract/archive.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import { parseArticle } from '../../src/articles/folder/parse.js'
import type { Article } from '../../src/articles/model/article.js'
import { articleFile } from './folder.js'

/** A strike in a harbour and a storm, told by two outlets. */
const HARBOUR: Readonly<Record<string, string>> = {
  'strike.md': articleFile(
    { title: 'Dockers at Brekke vote to strike', outlet: 'Coast Mail', published: '2022-02-04' },
    'Dockers in the harbour of Brekke will begin a strike on February 14, their union said.',
    'The union leader, Ingrid Solvang, told members that 2,300 dockers had voted. The port company rejected the demand for shorter shifts because it had lost $4 million in January.',
    'Ships are being sent to Halden instead.',
  ),
  'port.md': articleFile(
    { title: 'Port of Brekke prepares for a walkout', outlet: 'Fjord Times', published: '2022-02-05' },
    'The strike of the dockers in Brekke begins on 14 February 2022.',
    'Ferries have been cancelled since Tuesday. President Ilse Tjernov asked people to stay at home.',
  ),
}

export function harbourArchive(): Archive {
  return makeArchive(Object.entries(HARBOUR).map(([name, text]) => parseArticle(name, text) as Article))
    .archive
}
