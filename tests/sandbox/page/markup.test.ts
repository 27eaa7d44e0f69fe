import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Node, parseMarkup, plainText } from '../../../src/sandbox/page/shared/markup.js'

/** The tree in a short notation: `strong(a)`. */
const short = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return node.text
      if (node.kind === 'list') return `list(${node.items.map(short).join('; ')})`
      if (node.kind === 'link') return `link(${node.url}, ${short(node.children)})`
      if (node.kind === 'time') return `time(${node.seconds}, ${node.style})`
      if ('children' in node) return `${node.kind}(${short(node.children)})`
      if ('id' in node) return `${node.kind}(${node.id})`
      if ('text' in node) return `${node.kind}(${node.text})`
      return 'name' in node ? `${node.kind}(${node.name})` : node.kind
    })
    .join('')

describe('mark-up as a tree', () => {
  it.each([
    ['a **b** c', 'a strong(b) c'],
    ['*a* _b_ __c__ ~~d~~ ||e||', 'em(a) em(b) underline(c) strike(d) spoiler(e)'],
    ['***a*** **b *c***', 'strongEm(a) strong(b em(c))'],
    ['`**a**` ``b`c``', 'code(**a**) code(b`c)'],
    ['```js\nlet a\n```b', 'codeBlock(let a)b'],
    ['\\*a\\* \\> b', '*a* > b'],
    ['2 * 3 * 4, snake_case_name', '2 * 3 * 4, snake_case_name'],
    ['**open', '**open'],
    ['a\nb', 'abreakb'],
    ['> a\n> b\nc', 'quote(abreakb)c'],
    ['a\n> b', 'aquote(b)'],
    ['a\n\n> b', 'abreakbreakquote(b)'],
    ['> > a', 'quote(> a)'],
    ['>>> a\nb', 'quote(abreakb)'],
    ['# a\n-# b', 'heading(a)subtext(b)'],
    ['- a\n- **b**', 'list(a; strong(b))'],
    ['<@1> <@&2> <#3> </when:4> <:ok:5>', 'user(1) role(2) channel(3) command(when) emoji(ok)'],
    ['<t:5:D> <t:5>', 'time(5, D) time(5, f)'],
    ['[a **b**](https://x.org/1)', 'link(https://x.org/1, a strong(b))'],
    [
      'see https://x.org/a, or <https://x.org>',
      'see link(https://x.org/a, https://x.org/a), or link(https://x.org, https://x.org)',
    ],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
  ])('GIVEN %s THEN %s', (raw, tree) => {
    expect(short(parseMarkup(raw))).toBe(tree)
  })

  it('GIVEN any text THEN it is parsed, and links lead only to web pages', () => {
    const links = (nodes: readonly Node[]): string[] =>
      nodes.flatMap((node) => [
        ...(node.kind === 'link' ? [node.url] : []),
        ...('children' in node ? links(node.children) : []),
      ])
    const pieces = fc.constantFrom(
      '*',
      '**',
      '_',
      '||',
      '`',
      '```',
      '[',
      '](',
      ')',
      '<',
      '>',
      '\n',
      '> ',
      'http://a',
      'javascript:',
      'a ',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const url of links(parseMarkup(parts.join('')))) expect(url).toMatch(/^https?:/)
      }),
    )
  })

  it('GIVEN one mark ten thousand times THEN it is parsed', () => {
    for (const mark of ['> ', '- ', '**', '*a ', '[', '<', '`', '||', '[a](', '_a', '\\'])
      expect(parseMarkup(mark.repeat(10_000)).length).toBeGreaterThan(0)
  })

  it('GIVEN text without marks THEN it is the same afterwards', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z ,.;]*$/), (raw) => {
        expect(plainText(parseMarkup(raw), (id) => id)).toBe(raw)
      }),
    )
  })
})
