import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleLines, bodyOf } from '../../../src/articles/clean/clean.js'
import { cleanRow } from '../../../src/cli/annotate-clean.js'

const LEAD =
  'The ferries between the two islands stopped on Friday, when ice closed the strait for the first time in ten years.'
const QUOTE =
  '“We wait for the wind to turn,” said the harbour master, Ines Holm, who has kept the log since 1998.'
const END =
  'The next boat with food and medicine is expected in the harbour on Tuesday morning, if the wind allows it.'

/** The lines that are left of an article with these lines above, within and below it. */
function around({
  above = [],
  within = [],
  below = [],
}: {
  above?: string[]
  within?: string[]
  below?: string[]
}) {
  const lines = [...above, LEAD, QUOTE, ...within, END, ...below]
  const kept = articleLines(lines, 'Ferries stop in the ice')
  return lines.filter((_, i) => kept[i])
}

const ALL = [LEAD, QUOTE, END]

describe('GIVEN a line that the page left in an article THEN it is left out', () => {
  test.each([
    ['a share prompt', 'Share this article'],
    ['a share button', 'Tweet'],
    ['an advertisement’s mark', 'ADVERTISEMENT'],
    ['a related article', 'Related: Ten winters of ice, in pictures'],
    ['a link with its label glued to it', 'Winter in the strait:Holm says ten boats will wait'],
    ['a film’s line', 'Video Ad Feedback See how the strait froze 02:10 - Source: Island TV'],
    ['a link to more', 'Read more: Why the strait freezes'],
    ['a marked link', 'SEE ALSO: The oldest ferry in the north'],
    ['a source link', 'Source link'],
    ['a shortcode', '[video-player id="12" width=”640”]'],
    ['a closed shortcode', '[/gallery]'],
    ['a Markdown picture', '![The harbour](harbour.jpg)'],
    ['a bare address', 'https://harbour.example/ferries'],
    ['a newsletter prompt', 'Sign up for our newsletter and never miss a boat.'],
    ['a newsletter’s promise', 'Get the news of the islands delivered straight to your inbox.'],
    ['a follow prompt', 'Follow us on Twitter and Facebook.'],
    ['a cookie notice', 'We use cookies to improve your experience on our website.'],
    ['a copyright line', '© 2021 Harbour Wire. All rights reserved.'],
    ['a copyright line in words', 'Copyright 2021 Harbour Wire'],
    ['a copyright notice', 'This text may not be published, copied or sold without permission.'],
    ['a photo credit', 'Photo: Ines Holm / Harbour Wire'],
    ['a photographer’s credit', 'Photograph by Ines Holm'],
    ['an agency as a credit', 'Getty Images'],
    ['a photographer and an agency', 'Ines Holm/Reuters'],
    ['a caption with its credit', 'A ferry in the ice off the northern island on Friday. (Ines Holm/AFP)'],
    ['a caption with a label', 'A ferry in the ice off the northern island. Credit: Ines Holm'],
    [
      'a caption after its credit',
      'Ines Holm / Harbour Wire via AP A ferry lies in the ice on Friday, December 31, 2021.',
    ],
    ['a photographer and an outlet', 'Ines Holm/HarbourWire'],
    ['a name of a network', '@inesholm'],
    ['a copyright in the midst of a line', 'Via Boats & Ice. Copyright @ 2021 The Harbour Wire.'],
    ['a copyright’s mark before a year', 'The contents of this page are ©2021 Harbour Publishing.'],
    ['an entry of a list of links', 'Most read in island news'],
    ['a newsletter’s menu', 'Get the day’s top stories and what else is on the islands.'],
    ['a request for tips', 'If you have a news tip or a correction, let us know at the desk.'],
    ['a film’s title', 'The ferry that came in from the ice [Video]'],
    ['a price of reading', 'Your subscription to all we print for just £2 a week.'],
    ['tags', 'Tags: ferries, ice, islands'],
    ['a byline', 'By Ines Holm and Jonas Berg'],
    ['a byline with a role', 'Jonas Berg, Senior Staff Writer'],
    ['a date of its own', 'Friday, 31 December 2021'],
    ['a time stamp', 'Updated: Dec. 31, 2021, 14:05 GMT'],
    ['an ISO time stamp', '2021-12-31T14:05:00+01:00'],
    ['a count of comments', '12 Comments'],
    ['a picture’s place in a gallery', '3 of 14'],
    ['the headline again', 'FERRIES STOP IN THE ICE'],
    ['a link in capitals', 'ISLANDERS ON THE ICE TELL OF A WINTER WITHOUT ANY FERRIES'],
  ])('%s', (_, line) => {
    expect(around({ within: [line] })).toEqual(ALL)
  })

  test.each([
    ['a menu above it', { above: ['Home', 'News', 'Sports'] }],
    [
      'a list of links below it',
      { below: ['Related articles', 'A winter without ferries', 'Ice, and how to measure it'] },
    ],
    [
      'a list of links within it',
      { within: ['More on this story:', 'A winter without ferries', 'Ice: a short history'] },
    ],
    [
      'titles of other articles below it',
      { below: ['Ten Winters of Ice in Pictures', 'The Oldest Ferry in the North'] },
    ],
    [
      'readers’ comments',
      {
        below: ['Leave a Reply', 'What a winter!', 'I remember the ice of 1987, it was far worse than this.'],
      },
    ],
    [
      'a comment form',
      { below: ['Leave a Comment', 'Your e-mail address will not be published.', 'Name', 'Website'] },
    ],
    [
      'the author’s name and biography',
      { below: ['Ines Holm', 'Ines Holm is a senior reporter at Harbour Wire.'] },
    ],
    ['an author’s contact', { below: ['Ines Holm can be reached at holm@harbour.example.'] }],
    ['a caption under its label', { within: ['Image caption', 'A ferry lies in the ice.'] }],
    ['a caption above its credit', { within: ['A ferry in the ice', 'Photo: Ines Holm'] }],
    [
      'the names of what a picture shows, above its caption',
      {
        within: [
          'Ferry Holm',
          'AP Photo / Jonas Berg A ferry lies beside the harbour master Ines Holm, Friday.',
        ],
      },
    ],
    [
      'other articles’ beginnings, cut off',
      {
        below: [
          'Ten winters of ice',
          'The ice came early in the first of these ten winters, and the islanders had not yet brought in the boats when it …',
          'The oldest ferry',
          'Built in 1931, she still carries the mail twice a week, although the company that owns her has been meaning to …',
        ],
      },
    ],
    [
      'titles of windows',
      { below: ['Islands week 2021 | a walk across the strait', 'Islands week 2021 | boats in the park'] },
    ],
    [
      'an author who is announced',
      {
        below: [
          'About the author',
          'Ines Holm',
          '@inesholm',
          'Ines Holm covers the islands for Harbour Wire.',
        ],
      },
    ],
    [
      'what follows an invitation',
      {
        below: [
          'Subscribe to our weekly newsletter',
          'Thanks for signing up!',
          'Ice report',
          'The week in boats',
        ],
      },
    ],
  ])('%s', (_, lines) => {
    expect(around(lines)).toEqual(ALL)
  })
})

describe('GIVEN a line of an article that resembles one of the page THEN it stays', () => {
  test.each([
    ['a heading', 'What happens next'],
    ['a heading in capitals', 'THE ICE RETURNS'],
    [
      'a step of an instruction',
      'Sign up for a ferry pass with the same address that you gave at the school',
    ],
    ['a pair of names', 'Lorne/Orsk'],
    ['a heading with a bar', 'Lorne | Orsk'],
    ['a short quotation', '“We will see,” she said.'],
    ['a sentence about sharing', 'Share prices of the ferry company fell by a tenth on Friday.'],
    ['a sentence about a copyright', 'The copyright in the old charts belongs to the navy.'],
    [
      'a sentence that begins with a link word',
      'More than 300 people were waiting on the quay on Friday night.',
    ],
    ['a sentence about a photograph', 'A photo from the harbour shows the ferry leaning to one side.'],
    ['a sentence that names an agency', 'The ministry confirmed the closure to Reuters on Friday.'],
    ['a sentence that credits somebody', 'He deserves some credit: the boats were ready in time.'],
    ['a sentence about a reporter', 'Jonas Berg was a reporter when the ice last came, and wrote about it.'],
    ['a sentence with a date', 'The strait was last closed on 3 January 2012, the log shows.'],
    ['a note on how it was written', 'Jonas Berg on the northern island contributed to this report.'],
    ['an item of a list', '- bread, milk and diesel'],
    ['a word of a menu', 'Health'],
    [
      'a sentence about a newsletter',
      'She has written about the ice in the newsletter of the islanders’ society.',
    ],
  ])('%s', (_, line) => {
    expect(around({ within: [line] })).toEqual([LEAD, QUOTE, line, END])
  })

  test('AND “Comments” stands above the article THEN the article stays', () => {
    expect(around({ above: ['Comments'] })).toEqual(ALL)
  })

  test('AND a place in capitals stands above the first sentence THEN it stays', () => {
    const lines = ['LORNE, NORTH ISLAND', ...ALL]
    expect(articleLines(lines, null)).toEqual([true, true, true, true])
  })

  test('AND steps of an instruction end it THEN they stay', () => {
    const steps = [
      'Sign up for a pass of the ferry with the address you gave at the school',
      'Take the pass to the quay',
    ]
    expect(around({ below: steps })).toEqual([...ALL, ...steps])
  })

  test('AND the whole page is in capitals THEN it stays', () => {
    const lines = [LEAD, QUOTE, END].map((line) => line.toUpperCase().replace(/[.”]$/, ''))
    expect(articleLines(lines, null)).toEqual([true, true, true])
  })

  test('AND the text continues after a list of links THEN it stays', () => {
    expect(around({ within: ['Related stories', 'A winter without ferries'], below: [LEAD] })).toEqual([
      ...ALL,
      LEAD,
    ])
  })
})

describe('GIVEN a page whose headline is unknown', () => {
  test('THEN what stands above the first sentence and is none is left out', () => {
    const lines = ['Home', 'Ferries stop in the ice', 'Ines Holm', 'Updated', LEAD, QUOTE, END]
    expect(articleLines(lines, null)).toEqual([false, false, false, false, true, true, true])
  })

  test('AND most of it is no sentence THEN it stays', () => {
    const lines = [
      'bread',
      'milk',
      'diesel for the generators',
      'batteries',
      'two crates of oranges',
      'That was all.',
    ]
    expect(articleLines(lines, null)).toEqual(lines.map(() => true))
  })
})

describe('GIVEN the text of a file THEN its paragraphs are spans of it', () => {
  const paragraphs = (text: string, title = 'Ferries stop') =>
    bodyOf(text, 0, title).map(({ start, end }) => text.slice(start, end))

  test('one for each line, where lines are paragraphs', () => {
    expect(paragraphs(`${LEAD}\n${QUOTE}\n\n${END}\n`)).toEqual(ALL)
  })

  test('without the white space around them, and whatever ends the lines', () => {
    expect(paragraphs(`\uFEFF  ${LEAD}\t\r\n\r\n${QUOTE}\r${END}`)).toEqual(ALL)
  })

  test('put together again, where lines were broken to fit a page', () => {
    const wrapped = [
      'The ferries between the two islands stopped on Friday, when',
      'ice closed the strait for the first time in ten years. Nobody',
      'could say when they would go again.',
      '',
      'The harbour master keeps the log. She had written down the',
      'ice of every winter since 1998, she said, and not one of them',
      'had come as early as this.',
    ]
    expect(paragraphs(wrapped.join('\n'))).toEqual([
      wrapped.slice(0, 3).join('\n'),
      wrapped.slice(4).join('\n'),
    ])
  })

  test('not put together, where short lines are paragraphs', () => {
    const lines = [
      '“How long will it last?”',
      '“Nobody can say that today.”',
      '“And the mail?”',
      '“It waits.”',
      'So they waited for the mail.',
    ]
    expect(paragraphs(lines.join('\n'))).toEqual(lines)
  })

  test('none for lines without a word', () => {
    expect(paragraphs(`${LEAD}\n\n* * *\n\n${END}`)).toEqual([LEAD, END])
  })
})

describe('GIVEN a row of a page', () => {
  test('THEN its article’s lines are returned unchanged', () => {
    const raw_text = `Share this article\n  ${LEAD}  \n\n${QUOTE}\r\n${END}\nLeave a Reply\nNice.`
    expect(cleanRow({ id: 'p1', raw_text })).toEqual({ id: 'p1', text: `  ${LEAD}  \n${QUOTE}\n${END}` })
  })

  test('AND it is empty THEN so is its text', () => {
    expect(cleanRow({ id: 'p2', raw_text: '' })).toEqual({ id: 'p2', text: '' })
  })
})

describe('GIVEN a hostile text of a million characters THEN it is cleaned all the same', () => {
  test.each([
    'A',
    ' ',
    '\n',
    'A-A/',
    '[a ',
    'by A, ',
    '“',
    'Photo: ',
    '1 January 2021 ',
    '...',
    `${LEAD}\n`,
    'Related\n',
    `${'Z-'.repeat(140)}\n`,
  ])('%j over and over', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length))
    for (const { start, end } of bodyOf(text, 0, 'Ice')) expect(text.slice(start, end).trim()).not.toBe('')
  })
})

describe('GIVEN any lines at all', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      LEAD,
      QUOTE,
      END,
      'Related articles',
      'Leave a Reply',
      'Getty Images',
      'Image caption',
      'Home',
      '…',
    ),
  )

  test('THEN each is kept or left out, and without a notice about it a page of sentences is kept whole', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.option(fc.string()), (lines, title) => {
        expect(articleLines(lines, title)).toHaveLength(lines.length)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(LEAD, QUOTE, END), { maxLength: 40 }), (lines) => {
        expect(articleLines(lines, null)).toEqual(lines.map(() => true))
      }),
    )
  })
})

describe('GIVEN a paragraph with something glued to it', () => {
  test.each([
    ['a date line', 'March 14, 20235:08 PM', 'The ferries stopped on Tuesday, the harbour master said.', ''],
    [
      'a labelled one',
      'Updated 14 March 2023, 17:08',
      'The ferries stopped on Tuesday, the harbour master said.',
      '',
    ],
    ['a credit', '', `${QUOTE} ${END}`, 'Photograph: Per Oke/AP'],
  ])('WHEN it is %s THEN the paragraph is the sentence alone', (_, before, sentence, after) => {
    const text = `${before}${sentence}${after}\n\n${LEAD}`
    const [first] = bodyOf(text, 0, 'Ferries stop')
    expect(text.slice(first!.start, first!.end)).toBe(sentence)
  })

  test('WHEN a sentence begins with a date or ends with an agency THEN it stays whole', () => {
    const text = `14 March 2023 was the day on which the ferries stopped, said the agency Reuters.\n\n${LEAD}`
    const [first] = bodyOf(text, 0, 'Ferries stop')
    expect(text.slice(first!.start, first!.end)).toBe(text.split('\n')[0])
  })
})
