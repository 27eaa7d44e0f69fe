import type { APIEmbed } from 'discord-api-types/v10'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Citation, Finding } from '../../../src/answers/model/answer.js'
import { renderReload } from '../../../src/discord/moderation/reloads.js'
import * as limits from '../../../src/discord/render/limits.js'
import { renderAnswer } from '../../../src/discord/render/renderer.js'
import { renderNotice } from '../../../src/discord/render/reply.js'
import { lineOf, message } from '../../../src/i18n/message.js'
import { wordsFor } from '../../../src/i18n/words.js'
import { answerOf, citation, finding } from '../answers.js'
import { hostile } from '../hostile.js'
import { pieces, seen } from '../markdown.js'

const embedOf = (answer: Answer, page = 0): APIEmbed => renderAnswer(answer, { page }).embed
const textOf = (answer: Answer, page = 0): string => embedOf(answer, page).description!

describe('the look of a reply', () => {
  test('GIVEN an answer THEN question, numbered finding, quoted snippet, source and footer stand as designed', () => {
    const answer = answerOf({ findings: [finding({ citations: [citation({ highlights: [[20, 26]] })] })] })
    expect(embedOf(answer)).toMatchObject({
      title: '/when geneva',
      description: [
        '**1.** **9 January 2022**',
        '> Delegations meet in **Geneva** on 9 January.',
        'Harbour Wire · “Delegations to meet” · 31 Dec 2021 · ¶9',
      ].join('\n'),
      footer: { text: '4 articles · as of 31 Dec 2021' },
    })
  })

  test('GIVEN a headline that is the article’s title THEN its source does not repeat it', () => {
    const cited = { ...citation(), title: 'Rain', outlet: 'Post', url: 'https://post.example/rain' }
    const shown = textOf(answerOf({ findings: [finding({ text: 'Rain', citations: [cited] })] }))
    expect(shown.match(/Rain/g)).toHaveLength(1)
    expect(shown).toContain('[Post](https://post.example/rain)')
  })

  test('GIVEN an article with an address THEN its title is the link', () => {
    const cited = citation({ url: 'https://example.org/a' })
    expect(textOf(answerOf({ findings: [finding({ citations: [cited] })] }))).toContain(
      'Harbour Wire · [“Delegations to meet”](https://example.org/a) · 31 Dec 2021 · ¶9',
    )
  })

  test('GIVEN an address with brackets THEN it stays one link', () => {
    const cited = citation({ title: 'Talks [updated]', url: 'https://example.org/a_(b)?q=[1]' })
    const links = pieces(textOf(answerOf({ findings: [finding({ citations: [cited] })] }))).filter(
      ({ kind }) => kind === 'link',
    )
    expect(links.map(({ text }) => text)).toEqual([
      '[“Talks (updated)”](https://example.org/a%5f%28b%29?q=%5b1%5d)',
    ])
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:pass@example.org/',
    'no address',
    '',
  ])('GIVEN the address %j THEN there is no link', (url) => {
    const text = textOf(answerOf({ findings: [finding({ citations: [citation({ url })] })] }))
    expect(pieces(text).map(({ kind }) => kind)).toEqual(['strong', 'strong', 'quote'])
  })

  test('GIVEN a speaker THEN role, reporter and doubt stand behind the name', () => {
    const speaker = { name: 'Ada Meer', role: 'Minister', via: 'a spokesman', confidence: 'unclear' } as const
    expect(textOf(answerOf({ findings: [finding({ text: 'Ada Meer', speaker })] }))).toMatch(
      /^\*\*1\.\*\* \*\*Ada Meer\*\* · Minister · as reported by a spokesman · not named by the article\n/,
    )
  })

  test('GIVEN sources that differ THEN that is said', () => {
    const text = textOf(
      answerOf({ findings: [finding({ differs: [{ source: 'Dawn', says: '10 January' }] })] }),
    )
    expect(text).toContain('**Sources differ:** Dawn: 10 January')
  })

  test('GIVEN the headline of an undated article of no outlet THEN the source says so', () => {
    const cited = citation({ outlet: null, published: null, paragraph: 0 })
    expect(textOf(answerOf({ findings: [finding({ citations: [cited] })] }))).toContain(
      '\n“Delegations to meet” · undated · headline',
    )
  })

  test('GIVEN several citations THEN one is quoted, and who else says so is named', () => {
    const others = ['Dawn', 'Dawn', 'Tide', 'Post', 'Echo'].map((outlet) => citation({ outlet }))
    const text = textOf(answerOf({ findings: [finding({ citations: [citation(), ...others] })] }))
    expect(text.match(/^> /gm)).toHaveLength(1)
    expect(text).toMatch(/\nAlso: Dawn, Tide, Post \+1$/)
  })

  test('GIVEN further findings THEN each is a line with its source', () => {
    const next = finding({ text: '10 January 2022', citations: [citation({ outlet: 'Tide' }), citation()] })
    const { embed, cut } = renderAnswer(answerOf({ findings: [finding(), next] }))
    expect(embed.description).toMatch(/\n\n\*\*2\.\*\* \*\*10 January 2022\*\* · Tide · 31 Dec 2021$/)
    expect(cut).toBe(true)
  })

  test('GIVEN a further finding that only its article’s title heads THEN its line is the beginning of its snippet', () => {
    const titled = finding({ text: 'Rain', citations: [citation({ title: 'Rain', outlet: 'Tide' })] })
    expect(textOf(answerOf({ findings: [finding(), titled] }))).toMatch(
      /\n\n\*\*2\.\*\* Delegations meet in Geneva on 9 January\. · Tide · 31 Dec 2021$/,
    )
  })

  test('GIVEN one finding with one source and a short snippet THEN there is no more to open', () => {
    expect(renderAnswer(answerOf({ findings: [finding()] })).cut).toBe(false)
  })

  test('GIVEN open sources THEN every finding has its snippets, and the citations left out are counted', () => {
    const citations = Array.from({ length: limits.CITATIONS + 3 }, () => citation())
    const answer = answerOf({ findings: [finding(), finding({ citations })] })
    const text = renderAnswer(answer, { full: true }).embed.description!
    expect(text.match(/^> /gm)).toHaveLength(1 + limits.CITATIONS)
    expect(text).toMatch(/\nand 3 more citations$/)
  })

  test('GIVEN a finding far down THEN its sources open at the page that holds it', () => {
    const findings = Array.from({ length: 40 }, (_, i) => finding({ text: `Finding ${i + 1}` }))
    const opened = renderAnswer(answerOf({ findings }), { full: true, holding: 30 })
    expect(opened.embed.description).toContain('Finding 31*')
    expect(opened.starts[opened.page]).toBe(opened.findings[0])
  })

  test('GIVEN silence THEN the note comes first and what is closest is not numbered', () => {
    const text = textOf(answerOf({ findings: [], closest: [finding()], note: lineOf(message('noteSilent')) }))
    expect(text).toMatch(/^The articles don’t say\.\n\n≈ 9 January 2022\n> /)
  })

  test('GIVEN a question without words THEN the title is the command alone', () => {
    expect(embedOf(answerOf({ command: 'help', query: 'help', articles: 0, asOf: null }))).toMatchObject({
      title: '/help',
    })
  })

  test('GIVEN a note with commands in backticks THEN only those are code', () => {
    const text = textOf(
      answerOf({ findings: [], note: lineOf({ text: 'Try `/when geneva`, not `<@1>` or *this*' }) }),
    )
    expect(pieces(text).map((piece) => piece.text)).toEqual(['`/when geneva`'])
  })
})

describe('pages', () => {
  const long = answerOf({
    findings: Array.from({ length: 30 }, (_, i) =>
      finding({ text: `Finding ${i + 1}`, citations: [citation(), citation()] }),
    ),
  })
  const pageCount = Number(/page 1 of (\d+)/.exec(embedOf(long).footer!.text)![1])

  test('GIVEN many findings THEN each stands on one page, in order', () => {
    const all = Array.from({ length: pageCount }, (_, page) => textOf(long, page)).join('\n')
    expect([...all.matchAll(/Finding (\d+)\*\*/g)].map((match) => Number(match[1]))).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    )
  })

  test('GIVEN a page beyond the last THEN it is the last', () => {
    expect(embedOf(long, 99)).toEqual(embedOf(long, pageCount - 1))
  })

  test('GIVEN more findings than anybody reads THEN the last page counts those left out', () => {
    const findings = Array.from({ length: limits.FINDINGS + 1234 }, () => finding())
    expect(textOf(answerOf({ findings }), 9999)).toMatch(/\n… and 1,234 more\. Ask more narrowly/)
  })

  test('GIVEN a page THEN what it cites is told with the number of each finding', () => {
    const { citations, findings } = renderAnswer(long, { page: 1 })
    expect(findings).toEqual([limits.FINDINGS_A_PAGE, 2 * limits.FINDINGS_A_PAGE])
    // Both sources of the first, and one of each further finding.
    expect(citations.map(([number]) => number)).toEqual(['5', '5', '6', '7', '8'])
  })

  test('GIVEN one answer of several THEN its pages hold few findings; where they can’t be turned, it says that there are more', () => {
    const each = { each: 2, room: 1500 }
    const { embed, pages } = renderAnswer(long, each)
    expect(embed.description).toMatch(/Finding 2\*\*/)
    expect(embed.description).not.toMatch(/Finding 3\*\*/)
    expect(pages).toBe(15)
    const alone = renderAnswer(long, { ...each, turns: false })
    expect(alone.embed.description).toMatch(/Finding 2\*\*[\s\S]*… and 28 more\. Ask this alone/)
    expect(alone.embed.description!.length).toBeLessThanOrEqual(1500)
    expect(alone.embed.footer!.text).not.toContain('page')
    expect(alone.pages).toBe(1)
  })

  test('GIVEN another language THEN the bot’s own words are in it, and the article’s are not', () => {
    const cited = citation({ published: null, paragraph: 0 })
    const { embed } = renderAnswer(
      answerOf({ findings: [finding({ citations: [cited], differs: [{ source: 'A', says: '1' }] })] }),
      {
        words: wordsFor('de'),
      },
    )
    expect(embed.description).toMatch(
      /Quellen[\s\S]*Delegations meet in Geneva[\s\S]*undatiert · Überschrift/,
    )
    expect(embed.footer!.text).toBe('4 Artikel · Stand 31. Dez. 2021')
  })

  test('GIVEN dated findings in another language THEN dates, headings and what became of them are in it', () => {
    const date = { start: '2022-01-09', end: '2022-01-10', grain: 'day', approximate: false } as const
    const dated = finding({
      text: 'talks',
      dated: true,
      heading: { day: '2022-01-09', unit: 'month' },
      date,
      distance: { count: 9, unit: 'day' },
      status: 'planned',
    })
    const agreed = finding({ text: 'troops: 100,000', agreeing: 3, heading: message('noteFigures') })
    const { embed } = renderAnswer(answerOf({ findings: [dated, agreed] }), { words: wordsFor('de') })
    expect(embed.description).toMatch(
      /▸ Januar 2022\n.*9\\\.–10\. Januar 2022: talks.* \(in 9 Tagen, geplant\)/,
    )
    expect(embed.description).toMatch(/▸ Zahlen\n.*troops: 100,000 – 3 Medien stimmen überein/)
  })

  test('GIVEN several THEN the footer tells which', () => {
    expect(embedOf(long, 1).footer!.text).toMatch(/^4 articles · as of 31 Dec 2021 · page 2 of \d+$/)
  })
})

describe('cutting', () => {
  const shown = (snippet: string, highlights: Citation['highlights'] = []) =>
    textOf(
      answerOf({ findings: [finding({ citations: [citation({ snippet, highlights }), citation()] })] }),
    ).split('\n')[1]!

  test('GIVEN a long snippet THEN it ends after a whole word', () => {
    const snippet = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ')
    const [, last] = /(\w+)…$/.exec(shown(snippet))!
    expect(snippet.split(' ')).toContain(last)
  })

  test('GIVEN a highlight far into a long snippet THEN it is shown', () => {
    const snippet = `${'before '.repeat(200)}needle ${'after '.repeat(200)}`
    const at = snippet.indexOf('needle')
    expect(shown(snippet, [[at, at + 6]])).toMatch(/^> … before .*\*\*needle\*\* after .*…$/)
  })

  test('GIVEN a snippet as long as a book THEN the part around the highlight is shown', () => {
    const snippet = `${'before '.repeat(200_000)}needle ${'after '.repeat(200_000)}`
    const at = snippet.indexOf('needle')
    expect(shown(snippet, [[at, at + 6]])).toMatch(/^> … before .*\*\*needle\*\* after .*after…$/)
    expect(shown(snippet)).toMatch(/^> before .*before…$/)
  })

  test('GIVEN highlights beside each other, overlapping or out of bounds THEN the bold is one and balanced', () => {
    const line = shown('severe sanctions follow', [
      [0, 6],
      [7, 16],
      [3, 9],
      [20, 99],
      [-4, 0],
    ])
    expect(line).toBe('> **severe sanctions** fol**low**')
  })

  test('GIVEN a highlight that ends within an emoji THEN the emoji stays whole', () => {
    expect(shown('a 👩‍👩‍👧‍👦 b', [[2, 4]])).toBe('> a **👩‍👩‍👧‍👦** b')
  })
})

/** Everything Discord would refuse, or that would act though nobody meant it to. */
function expectSound(embed: APIEmbed): void {
  const { title = '', description = '', footer } = embed
  expect(title.length).toBeLessThanOrEqual(limits.EMBED_TITLE)
  expect(description.length).toBeLessThanOrEqual(limits.EMBED_DESCRIPTION)
  expect(title.length + description.length + (footer?.text.length ?? 0)).toBeLessThanOrEqual(
    limits.EMBED_TOTAL,
  )
  expect(description.trim()).not.toBe('')
  expect(JSON.stringify(embed)).not.toMatch(/<@[!&]?\d+>|@everyone|@here/)
  expect(title + description).not.toMatch(/\p{Cs}/u)
}

const url = fc.option(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), hostile(6)))
const hostileCitation = fc.record({
  article: hostile(5),
  outlet: fc.option(hostile()),
  title: hostile(),
  published: fc.option(fc.constantFrom('2021-12-31', 'never')),
  url,
  paragraph: fc.nat(40),
  start: fc.constant(0),
  end: fc.constant(0),
  snippet: hostile(80),
  highlights: fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 5 }),
})
const hostileFinding: fc.Arbitrary<Finding> = fc.record(
  {
    text: hostile(),
    citations: fc.array(hostileCitation, { minLength: 1, maxLength: 6 }),
    differs: fc.array(fc.record({ source: hostile(), says: hostile() }), { minLength: 1, maxLength: 3 }),
    speaker: fc.record({
      name: hostile(),
      role: fc.option(hostile()),
      via: fc.option(hostile()),
      confidence: fc.constantFrom('explicit', 'resolved', 'unclear'),
    }),
  },
  { requiredKeys: ['text', 'citations'] },
)
const hostileAnswer: fc.Arbitrary<Answer> = fc.record({
  command: fc.constantFrom('when', 'who-said', 'ask', 'search'),
  query: hostile(),
  asOf: fc.option(fc.constant('2021-12-31')),
  articles: fc.nat(99),
  findings: fc.array(hostileFinding, { maxLength: 6 }),
  closest: fc.array(hostileFinding, { maxLength: 2 }),
  note: fc.option(hostile(80).map((text) => lineOf({ text }))),
})

describe('any text anywhere', () => {
  test('THEN every page keeps Discord’s limits, and nothing acts but bold, quotes and links of ours', () => {
    fc.assert(
      fc.property(hostileAnswer, fc.nat(8), (answer, page) => {
        const embed = embedOf(answer, page)
        expectSound(embed)
        expect(pieces(embed.title ?? '')).toEqual([])
        for (const { kind, text } of pieces(embed.description ?? '')) {
          expect(['strong', 'quote', 'link', 'code']).toContain(kind)
          if (kind === 'link') expect(text).toMatch(/\]\(https?:\/\/[^\s()]+\)$/)
          if (kind === 'code') expect(text).toMatch(/^`\/[^`<@]+`$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('THEN a snippet that fits is read as it stands, but for white space and what can’t be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (snippet) => {
        const text = textOf(answerOf({ findings: [finding({ citations: [citation({ snippet })] })] }))
        const tidy = (part: string) => part.replace(/[\s\u200b]+/g, ' ').trim()
        expect(tidy(seen(text.split('\n')[1]!.slice(2)))).toBe(tidy(snippet))
      }),
    )
  })

  test('THEN notices and reports of a reload are sound too', () => {
    const rejection = fc.record({
      file: hostile(5),
      reason: fc.record({ text: hostile() }),
      remedy: fc.record({ text: hostile() }),
    })
    const gap = fc.record({
      id: hostile(5),
      undated: fc.boolean(),
      withoutOutlet: fc.boolean(),
      inferred: fc.option(hostile(5)),
      unclear: fc.option(hostile(5)),
    })
    const report = fc.record({
      added: fc.array(hostile(5), { maxLength: 30 }),
      removed: fc.array(hostile(5)),
      changed: fc.array(hostile(5)),
      unchanged: fc.nat(),
      rejected: fc.array(rejection, { maxLength: 30 }),
      gaps: fc.record({
        undated: fc.nat(),
        withoutOutlet: fc.nat(),
        inferred: fc.nat(),
        articles: fc.array(gap, { maxLength: 20 }),
      }),
      ms: fc.nat(),
    })
    fc.assert(
      fc.property(report, hostile(200), (given, notice) => {
        const [embed] = renderReload(given, wordsFor('en')).embeds
        expectSound(embed!)
        expect(pieces(embed!.description!)).toEqual([])
        expect(pieces(renderNotice(`x${notice}`).embeds[0]!.description!)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

test('GIVEN any reply THEN it may ping nobody, not even the one replied to', () => {
  const quiet = { parse: [], repliedUser: false }
  expect(renderNotice('no').allowedMentions).toEqual(quiet)
})

test('GIVEN a reload THEN its counts and the reason of each rejection are told', () => {
  const { description } = renderReload(
    {
      added: ['new.md'],
      removed: [],
      changed: ['old.md'],
      unchanged: 7,
      rejected: [
        {
          file: 'bad.md',
          line: 3,
          field: 'published',
          reason: message('noteNoDay', { day: '2021-06-31' }),
          remedy: message('noteWriteDay'),
        },
      ],
      gaps: {
        undated: 1,
        withoutOutlet: 0,
        inferred: 0,
        articles: [
          { id: 'old.md', undated: true, withoutOutlet: false, inferred: null, unclear: '3/4/2023' },
        ],
      },
      ms: 1200,
    },
    wordsFor('en'),
  ).embeds[0]!
  expect(seen(description!).split('\n')).toEqual([
    '+1 added · −0 removed · ~1 changed · =7 unchanged · ✗1 rejected',
    '✗ bad.md, line 3, published: There is no day 2021-06-31. Write the day of publication as year-month-day, such as 2021-12-31.',
    '✎ 1 article has no date: old.md (“3/4/2023”).',
    '✎ Write published: and outlet: into the head of the file, or use /articles edit for those of this server.',
    '+ new.md',
    '~ old.md',
  ])
})
