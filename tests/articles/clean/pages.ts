/** Pages as scrapers, readers and hands leave them, made up for these tests: each line with whether it is the article's. */
export interface MadePage {
  readonly layout: string
  readonly title: string
  readonly lines: readonly { readonly text: string; readonly keep: boolean }[]
}

interface Story {
  readonly title: string
  readonly lead: string
  readonly body: readonly string[]
}

const STORIES: readonly Story[] = [
  {
    title: 'Ferries to the outer islands stop as ice closes the sound',
    lead: 'Three islands have food for two weeks, their councils say.',
    body: [
      'The ferries between Lorne and the outer islands stopped on Tuesday morning after ice closed the sound, the harbour master said.',
      '“We have not seen this since my father ran the boats,” said Anders Vik, who has worked at the pier for thirty years.',
      'The coast guard will try to open a channel on Thursday. It has one ship that can break ice of that thickness.',
      'Schools on the islands stay open.',
      'Mira Solheim, who chairs the council, asked people not to walk across the ice.',
      'About 400 people live on the islands in winter, many of them old.',
    ],
  },
  {
    title: 'Dam above Orsk holds, but engineers want the valley empty',
    lead: 'A crack of eleven metres has been found in the upper wall.',
    body: [
      'Engineers asked the governor on Sunday to move 6,000 people out of the valley below the Orsk dam.',
      'A diver found the crack on Friday. It is eleven metres long and as wide as a hand.',
      '“The wall is holding and it may hold for years,” Ines Carrow, the chief engineer, told reporters. “I would not let my children sleep under it.”',
      'Governor Pat Oakes said she would decide by Monday evening.',
      'The power company, which owns the dam, lowered the lake by two metres over the weekend.',
      'It denied that it had known of the crack since spring, as a newspaper had reported.',
    ],
  },
  {
    title: 'Central bank of Norland raises its rate to 6 per cent',
    lead: 'Prices rose by a tenth within a year, faster than in any neighbouring country.',
    body: [
      'The central bank of Norland raised its main rate by a full point to 6 per cent on Wednesday.',
      'It was the fourth rise since the summer, and larger than most economists had expected.',
      'Ada Quist, the governor, said more would follow if wages went on rising as they do.',
      'The krone gained 2 per cent against the euro within an hour; shares of builders fell.',
      'Why now? The bank points to rents, which make up a third of what households spend.',
      'Unions called the decision a blow to young families.',
    ],
  },
  {
    title: 'Border crossing at Selm reopens after nine days',
    lead: 'Lorries wait in a queue of twelve kilometres.',
    body: [
      'The border crossing at Selm was opened again on Saturday at noon, nine days after shots were fired there.',
      'Officers of both countries stood at the barrier while the first lorries passed.',
      'Omar Haddad, a driver from Bexley, had slept in his cab since the week before. He carried onions, and most of them were spoilt.',
      'An inquiry is to find out who fired first.',
      'The two foreign ministers will meet in Altona next week, officials of both said.',
    ],
  },
  {
    title: 'Hospital in Bexley takes no more patients after cyberattack',
    lead: 'Doctors write on paper again. Nobody has asked for ransom so far.',
    body: [
      'The hospital of Bexley has taken no new patients since Monday, when its computers were shut down after an attack.',
      'Ambulances bring people to Altona, forty minutes away by road.',
      '“Nobody has died of this, and we work so that nobody will,” said Dr. Anil Rao, who heads the hospital.',
      'Police believe that the attackers came in through the account of a supplier.',
      'The hospital had been warned twice, according to a letter seen by this newspaper.',
      'Operations that were planned for this week are put off.',
    ],
  },
]

type Piece = string | readonly [keep: string]
const kept = (text: string): Piece => [text]

function page(layout: string, story: Story, ...pieces: readonly Piece[]): MadePage {
  return {
    layout,
    title: story.title,
    lines: pieces.map((piece) =>
      typeof piece === 'string' ? { text: piece, keep: false } : { text: piece[0], keep: true },
    ),
  }
}

const body = ({ body }: Story, from = 0, to = body.length): Piece[] => body.slice(from, to).map(kept)

/** What consent layers of five makers say, in their own order each. */
const CONSENT: readonly (readonly string[])[] = [
  [
    'We value your privacy',
    'We and our 812 partners store and/or access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised advertising and content.',
    'With your permission we and our partners may use precise geolocation data and identification through device scanning.',
    'You may click to consent to our and our partners’ processing as described above. Your preferences will apply to this website only.',
    'MORE OPTIONS',
    'AGREE',
  ],
  [
    'Your privacy choices',
    'By clicking “Accept all”, you agree to the storing of cookies on your device to enhance site navigation, analyse site usage and assist in our marketing efforts.',
    'Strictly necessary cookies',
    'These cookies are needed for the website to function and cannot be switched off in our systems.',
    'Performance cookies',
    'These cookies allow us to count visits and traffic sources so we can measure the performance of our site.',
    'Reject all',
    'Accept all cookies',
    'Confirm my choices',
  ],
  [
    'Before you continue',
    'This site uses cookies and similar technologies to deliver its services, to measure audiences and to show advertising that is relevant to you.',
    'Some of our partners process your data on the basis of legitimate interest. You can object to this at any time.',
    'Manage settings',
    'Continue without accepting',
    'Accept and close',
  ],
  [
    'Cookies on the Coast Mail',
    'We use cookies to give you the best experience on our website. If you continue without changing your settings, we assume that you are happy to receive all cookies.',
    'Yes, I agree',
    'No, take me to settings',
  ],
  [
    'Consent to data processing',
    'To read on for free you need to consent to tracking, or take out a subscription without advertising for 2.99 a month.',
    'Data processed may include IP addresses, device identifiers and browsing behaviour. You can withdraw your consent at any time in our privacy policy.',
    'Vendor list',
    'Accept & continue',
    'Subscribe and reject',
    'Already a subscriber? Log in',
  ],
]

const SUBSCRIBE: readonly (readonly string[])[] = [
  [
    'This article is for subscribers only',
    'Subscribe now for full access from 1.50 a week',
    'Already have an account? Sign in',
  ],
  ['You have 2 free articles left this month', 'Get unlimited access to the Coast Mail', 'Cancel any time'],
  ['Enjoying this story?', 'Become a member to support our journalism', 'Join today'],
  [
    'Sign up to The Morning Brief, our free daily newsletter',
    'Enter your email address',
    'By signing up you agree to our terms and privacy policy.',
  ],
  ['Keep reading with a free trial', 'Start your trial', 'Try 30 days for 1 krone, then 199 a month.'],
]

const TEASERS: readonly (readonly string[])[] = [
  [
    'More on this story',
    'Storm warning for the whole coast',
    '8 hrs ago',
    'What we know about the ice',
    '1 day ago',
    'Harbour pilots threaten to strike',
    '2 days ago',
  ],
  [
    'Most read',
    '1 Mayor of Altona steps down',
    '2 Why your rent is rising',
    '3 The village that moved',
    '4 In pictures: the frozen sound',
  ],
  [
    'Recommended for you',
    'Anger over new school tax 3h ago',
    'Fire in a warehouse in Bexley 5h ago',
    'Team loses again 11h ago',
  ],
  [
    'Read also',
    'Bank governor under pressure',
    'Rates: what borrowers should do now',
    'Opinion: a rise too late',
  ],
  [
    'Top stories',
    'Live',
    'Dam crisis: latest updates',
    '12 minutes ago',
    'Weather: more snow to come',
    '45 minutes ago',
  ],
]

const COMMENTS: readonly (readonly string[])[] = [
  [
    'Comments (3)',
    'oldsailor',
    '2 hours ago',
    'They should have bought a second icebreaker ten years ago, but nobody listens.',
    'Reply',
    'Kari_88',
    '1 hour ago',
    'My grandmother lives there and she is fine.',
    'Reply',
  ],
  [
    'Join the conversation',
    'Sort by: Newest',
    'Tom B.',
    'Same every winter, and then they act surprised about it.',
    'Like',
    'Reply',
    'Share',
  ],
  [
    '4 Comments',
    'Add a comment',
    'Per Lind says:',
    'I drove past on Sunday and saw no queue at all.',
    'Reply',
    'ana_k says:',
    'You must have been early then.',
    'Reply',
  ],
]

const TWEETS: readonly (readonly string[])[] = [
  ['pic.twitter.com/Ab3dE9xyZ1', 'View this post on Instagram'],
  ['View on Twitter', 'Show this thread'],
  [
    '2,114 Retweets 318 Quote Tweets 9,870 Likes',
    '5:42 PM · Mar 14, 2023',
    'Read the full conversation on Twitter',
  ],
]

const LIVE: readonly (readonly string[])[] = [
  [
    'LIVE',
    'Live reporting',
    'Edited by Ana Lund and Per Oke',
    'Summary',
    'Jump to latest update',
    '18:42 GMT',
    'Posted at 18:42',
    'Share this post',
    'Copy this link',
  ],
  [
    'Live updates',
    'Pinned post',
    '14:05',
    'Key events',
    'Show key events only',
    'Please turn on JavaScript to use this feature',
    'Refresh for new updates',
  ],
  [
    '● Live',
    'What you need to know',
    '2h ago 16.20 GMT',
    'Facebook Twitter',
    'Newest Oldest',
    'Load more updates',
  ],
]

function layouts(story: Story, n: number): MadePage[] {
  const pick = <T>(all: readonly T[]) => all[n % all.length]!
  const { title } = story
  return [
    page('consent above', story, ...pick(CONSENT), kept(story.lead), ...body(story)),
    page('consent below', story, kept(story.lead), ...body(story), ...pick(CONSENT)),
    page('consent beside a short article', story, ...pick(CONSENT), ...body(story, 0, 2)),
    page(
      'subscription',
      story,
      kept(story.lead),
      ...body(story, 0, 2),
      ...pick(SUBSCRIBE),
      ...body(story, 2),
      ...pick(SUBSCRIBE),
    ),
    page(
      'story continues',
      story,
      ...body(story, 0, 1),
      pick([
        'Story continues',
        'Story continues below',
        'Article continues after advertisement',
        'Continue reading the main story',
        'Advertisement - story continues below',
      ]),
      ...body(story, 1, 3),
      pick([
        'Advertisement',
        'ADVERTISEMENT',
        'Scroll to continue',
        'Skip advertisement',
        'Ad · Scroll to continue with content',
      ]),
      ...body(story, 3),
    ),
    page('live blog', story, ...pick(LIVE), ...body(story)),
    page('tweets', story, ...body(story, 0, 2), ...pick(TWEETS), ...body(story, 2)),
    page('comments', story, ...body(story), ...pick(COMMENTS)),
    page('teasers below', story, kept(story.lead), ...body(story), ...pick(TEASERS)),
    page('teasers within', story, ...body(story, 0, 2), ...pick(TEASERS), ...body(story, 2)),
    page(
      'bylines',
      story,
      title,
      pick([
        'By Ana Lund',
        'Ana Lund, Coast Mail',
        'Written by Ana Lund and Per Oke',
        'By ANA LUND, Staff Writer',
        'Ana Lund in Lorne',
      ]),
      pick([
        'Published 14 March 2023',
        'March 14, 20235:08 PM',
        'Tue 14 Mar 2023 18.36 GMT',
        'Updated 10:30 PM EST, Tue March 14, 2023',
        'March 14, 2023 · 3 min read',
      ]),
      pick(['Share', 'Listen to this article 4 min', 'Comments 12', 'Text size A A A', 'Gift this article']),
      kept(story.lead),
      ...body(story),
    ),
    page(
      'masthead',
      story,
      pick([
        'The Coast Mail',
        'COAST MAIL',
        'coastmail.example',
        'The Coast Mail | Independent since 1891',
        'Coast Mail Online',
      ]),
      pick(['Home News Sport Opinion', 'Tuesday, March 14, 2023', 'News', 'Subscribe', 'Menu']),
      title,
      kept(story.lead),
      ...body(story),
      pick([
        '© 2023 Coast Mail. All rights reserved.',
        'Coast Mail is not responsible for the content of external sites.',
        'Copyright 2023 Coast Mail',
        'Terms of use | Privacy | Contact',
        'Follow us on Facebook',
      ]),
    ),
    page(
      'captions',
      story,
      pick([
        'The pier of Lorne on Tuesday. Photograph: Per Oke/AP',
        'Image source, Getty Images',
        'Image: Per Oke / Coast Radio',
        'FILE PHOTO: The pier of Lorne, March 14, 2023. REUTERS/Per Oke',
        'A view of the valley. (AP Photo/Per Oke)',
      ]),
      ...body(story, 0, 3),
      pick([
        'Image caption, The pier was empty on Tuesday',
        'Photo: Per Oke',
        'Getty Images',
        'Enlarge this image',
        'Credit: Per Oke for the Coast Mail',
      ]),
      ...body(story, 3),
    ),
  ]
}

/** Sixty-five pages in thirteen layouts. */
export const PAGES: readonly MadePage[] = STORIES.flatMap(layouts)
