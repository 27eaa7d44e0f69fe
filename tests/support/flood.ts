import { articleFile } from './folder.js'

/** A small crisis of our own: a dam, a flood, two outlets that don't quite agree. */
export const FLOOD: Readonly<Record<string, string>> = {
  'river-post.md': articleFile(
    {
      title: 'Dam at Lorne will be opened, minister warns of “severe flooding”',
      outlet: 'River Post',
      published: '2023-05-12',
      url: 'https://river-post.example/dam',
    },
    'The dam at Lorne will be opened on May 15 and 16, the water authority said on Friday.',
    '“We will not let this valley drown in promises,” Water Minister Ana Belova told reporters on Friday. “There will be severe flooding if we wait.”',
    'About 12,000 people live below the dam, according to the regional council.',
    'The last time the gates were opened was in June 2019, when the bridge at Orsk was lost.',
  ),
  'valley-news.md': articleFile(
    { title: 'Lorne dam: gates to open next week', outlet: 'Valley News', published: '2023-05-13' },
    'Engineers will open the gates of the Lorne dam on May 15 and 16, officials confirmed.',
    '“We are not going to let the valley be drowned in promises,” Belova said.',
    'More than 14,000 people have been told to leave their homes before Monday.',
  ),
  'notes.txt': 'Notes from the ridge\n\nThe ridge road is closed. Nobody lives there any more.\n',
}
