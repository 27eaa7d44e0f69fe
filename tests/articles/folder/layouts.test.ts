import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'

const read = (text: string) => parseArticle('found.txt', text) as Article
const bodyOf = ({ text, paragraphs }: Article) => paragraphs.map(({ start, end }) => text.slice(start, end))

const LIVE_BLOG = `LIVE – Ended

Quake in Halden: latest updates as rescuers search the old town

Live feed

All
Key events

Pinned

20:14 EST
What we know so far

• At least 41 people died when a 6.4 quake struck Halden early on Tuesday, the interior ministry said.
• The airport is closed until Friday, its operator said.

5h ago 19.02 GMT

Minister visits field hospital

Interior Minister Ada Quist visited the field hospital in the harbour on Wednesday.

“We will not leave until the last of them is found,” she told reporters there.

Share

Updated at 19.10 GMT

6h ago
18.21 GMT

Our correspondent Rosa Lind reports from the old town:

Diggers have been at work since dawn, and neighbours pass buckets from hand to hand.

Facebook
Twitter

Show key events only

Please turn on JavaScript to use this feature

Load more posts

7h ago
17.45 GMT

Aid flights are to land at the Orsk air base from February 9, the army said.
`

const WIRE_COPY = `a0417
 BC-Norland-Quake, 3rd Writethru; 0417
 Urgent
 Eds: UPDATES with minister's quotes, adds byline. AP Photos HLD101-104.

Norland quake kills dozens in old town

By ROSA LIND
Harbour Wire Writer

HALDEN, Norland, Feb. 7 (Harbour Wire) - A strong quake struck the old town of Halden early Tuesday, killing at least 41 people and shutting the airport, officials said.

Interior Minister Ada Quist said the search would go on through the night.

"We will not leave until the last of them is found," she said.

(MORE)

Rescue teams from three countries were to arrive on Feb. 9, the ministry said.

(Reporting by Rosa Lind in Halden; Editing by Tomas Hale)

((rosa.lind@wire.example; +47 555 0101;))

Keywords: NORLAND QUAKE/ (UPDATE 3)

(c) Copyright Harbour Wire 2023. Click For Restrictions
`

const NEWSLETTER = `From: The Morning Brief <brief@harbourwire.example>
Sent: Wednesday, February 8, 2023 6:02 AM
To: subscribers
Subject: Quake in Halden: what we know this morning

View this email in your browser

Good morning. It's Wednesday. Here is what you need to know.

THE BIG STORY

At least 41 people died when a quake struck Halden early on Tuesday, the interior ministry said. The airport stays closed until Friday.

Interior Minister Ada Quist said: “We will not leave until the last of them is found.”

Read more

ALSO TODAY

Prices of grain fell for a third day. Read on

You are receiving this email because you signed up for The Morning Brief.
Unsubscribe | Manage preferences | Privacy policy
Harbour Wire Ltd, 12 Quay Street, Halden
© 2023 Harbour Wire. All rights reserved.
`

const PRINTED_PAGE = `THE HALDEN POST                                         Wednesday, 8 February 2023
                                                                            Page 1

Quake kills dozens in the old
town of Halden

By Rosa Lind

At least 41 people died when a strong quake
struck the old town of Halden early on Tues-
day, the interior ministry said. The airport
is closed until Friday, its operator said, and
trains stop at Orsk.

Interior Minister Ada Quist visited the field
hospital in the harbour on Wednesday. “We will
not leave until the last of them is found,”
she told reporters.

Continued on page 4

THE HALDEN POST                                         Wednesday, 8 February 2023
                                                                            Page 4

Aid flights are to land at the Orsk air base
from 9 February, the army said.

4
`

const FORUM = `Re: Quake in Halden - anyone got sources?

by seawatcher » Wed Feb 08, 2023 7:12 am

northman wrote: ↑Tue Feb 07, 2023 11:50 pm
> heard the airport is open again??

No. From the Halden Post this morning:

> At least 41 people died when a strong quake struck the old town of Halden early on Tuesday, the interior ministry said. The airport is closed until Friday, its operator said.
>
> Interior Minister Ada Quist visited the field hospital in the harbour on Wednesday. "We will not leave until the last of them is found," she told reporters.

Link in my signature.

seawatcher
Posts: 1204
Joined: Mon Mar 04, 2019 9:00 am
Location: Orsk

Top

by northman » Wed Feb 08, 2023 8:40 am

thanks!
`

describe('GIVEN a text as people have it at hand', () => {
  test('WHEN it is a live blog THEN its headline is the title, and times and buttons are gone', () => {
    const article = read(LIVE_BLOG)
    expect(article.title).toBe('Quake in Halden: latest updates as rescuers search the old town')
    const body = bodyOf(article).join('\n')
    expect(body).toContain('Aid flights are to land')
    expect(body).not.toMatch(/GMT|ago|Pinned|Load more|JavaScript/)
  })

  test('WHEN it is an agency’s copy THEN slugs, notes and contacts are gone, and the dateline has the year of its copyright', () => {
    const article = read(WIRE_COPY)
    expect(article).toMatchObject({
      title: 'Norland quake kills dozens in old town',
      outlet: 'Harbour Wire',
      published: '2023-02-07',
      publishedBasis: 'inferred: copyright',
    })
    expect(bodyOf(article).join('\n')).not.toMatch(/Writethru|Eds:|MORE|Editing by|@|Keywords|Restrictions/)
  })

  test('WHEN it is a letter THEN its subject is the title, the day it was sent its day, and what it is for is gone', () => {
    const article = read(NEWSLETTER)
    expect(article).toMatchObject({
      title: 'Quake in Halden: what we know this morning',
      published: '2023-02-08',
    })
    expect(bodyOf(article).join('\n')).not.toMatch(/From:|To:|browser|receiving|Unsubscribe|©/)
  })

  test('WHEN it is broken into lines to fit a page THEN its paragraphs are whole, and running heads are gone', () => {
    const article = read(PRINTED_PAGE)
    expect(article).toMatchObject({ title: 'Quake kills dozens in the old', published: '2023-02-08' })
    const body = bodyOf(article)
    expect(body).toContainEqual(expect.stringMatching(/^At least 41 people[\s\S]*trains stop at Orsk\.$/))
    expect(body.join('\n')).not.toMatch(/HALDEN POST|Page \d|Continued/)
  })

  test('WHEN it is somebody’s post in a forum THEN its day is known, and what the forum tells of its members is gone', () => {
    const article = read(FORUM)
    expect(article.published).toBe('2023-02-08')
    expect(bodyOf(article).join('\n')).not.toMatch(/wrote:|Joined|Posts:|»/)
  })
})
