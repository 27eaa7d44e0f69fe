import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/answers/index.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-05-10',
    'Seaview Bank is to close nine branches.',
    'Lena Orme, the chief executive of Seaview Bank, said on Monday that the branches lost money.',
    'Ivo Marn, chief financial officer of Seaview Bank, would not comment. President Uma Hale called it a shame.',
  ),
  report(
    'Herald',
    '2023-06-02',
    'Defence lawyer Petter Quill told the court that Arlo Bask never signed the papers.',
    'Mr Bask’s lawyer Petter Quill asked for a week. Superior Court Judge Nora Vint gave him two days.',
    'Prosecutors say Dr Omar Lund signed them instead.',
    'Delport, north of Marsea, was quiet. Mayor Zed Lorne said on Friday that the ferry would sail.',
  ),
  report(
    'Gazette',
    '2023-06-03',
    'Sami Torv, president of ODW-Harbour Staff North, said that the ferry crews would strike.',
    'Bank Chairwoman Olga Stell sat beside Pia Lund, the director of the Quillmore Institute.',
    'House Minority Leader Ruth Kell called for calm.',
    'Max Ohm, a former mayor of Gullhaven, said that the new Gullhaven boss Ida Krog was wrong.',
    'The dredging of Delport was planned by Harbour Office director Karl Stein.',
  ),
])
const named = async (question: string) =>
  (await answer({ command: 'ask', question }, archive, { server: null })).findings.map(({ text }) => text)

describe('who is somebody’s something', () => {
  it.each([
    ['who runs seaview bank', 'Lena Orme'],
    ['whos in charge of seaview bank now?', 'Lena Orme'],
    ['who is the boss of seaview bank', 'Lena Orme'],
    ['whos basks lawyer', 'Petter Quill'],
    ['whos the judge', 'Nora Vint'],
    ['who is the mayor of delport', 'Zed Lorne'],
    ['who is the quillmore institute boss', 'Pia Lund'],
    ['who is head of the quillmore institute', 'Pia Lund'],
    ['who is the house minority leader', 'Ruth Kell'],
    ['who used to be mayor of gullhaven', 'Max Ohm'],
  ])('GIVEN “%s” THEN whom an article calls so, in whichever words: %s', async (question, name) => {
    expect((await named(question))[0]).toBe(name)
  })

  it.each([
    ['who is the mayor of marsea', 'another town’s mayor'],
    ['who is the president of seaview bank', 'a president of something else'],
    ['who runs marsea', 'nobody who does'],
    ['whos prosecuting', 'the accused and a court'],
    ['who was harbour office director before him', 'whoever is so now'],
    ['who is the president of odw', 'the president of a body whose name only begins so'],
    ['who is the senate minority leader', 'the leader in the other chamber'],
  ])('GIVEN “%s” and only %s THEN nobody is named', async (question) => {
    expect(await named(question)).not.toContain('Zed Lorne')
    expect(await named(question)).not.toContain('Uma Hale')
    expect(await named(question)).not.toContain('Omar Lund')
    expect(await named(question)).not.toContain('Nora Vint')
    expect(await named(question)).not.toContain('Sami Torv')
    expect(await named(question)).not.toContain('Ruth Kell')
    expect(await named(question)).not.toContain('Karl Stein')
  })
})
