import { analyse } from 'scslre'
import { describe, expect, it } from 'vitest'
import { isExponential } from './ambiguity.js'
import { AMBIGUOUS, type Exception, LATE, SHORT_TEXTS } from './exceptions.js'
import { builtPatterns, type Pattern, writtenPatterns } from './patterns.js'

const { patterns: written, sites } = writtenPatterns()
const built = builtPatterns(sites)
const all = [...new Map([...written, ...built].map((one) => [`/${one.source}/${one.flags}`, one])).values()]

const named = ({ file, source, flags }: Pattern) => `${file}: /${source}/${flags}`

const isExcused = ({ file, source }: Pattern, exceptions: readonly Exception[]) =>
  exceptions.some(({ files, pattern }) => files.test(file) && (pattern?.test(source) ?? true))

/** Whether the time of a search that fails grows faster than the text: `X+$`, `X+Y*X+` and the like. */
function isSuperlinear({ source, flags }: Pattern): boolean {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } })
  return reports.length > 0
}

describe('GIVEN the regular expressions of all sources', () => {
  it('THEN there are hundreds, and those that are built are seen as well', () => {
    expect(written.length).toBeGreaterThan(500)
    expect(built.length).toBeGreaterThan(20)
  })

  it('THEN none can need time that doubles with each character', () => {
    const wrong = all.filter(({ source, flags }) => isExponential(source, flags))
    expect(wrong.filter((pattern) => !isExcused(pattern, AMBIGUOUS)).map(named)).toEqual([])
  })

  it('THEN none needs time that grows faster than its text, but for those that see short texts alone', () => {
    const wrong = all.filter(isSuperlinear)
    expect(wrong.filter((pattern) => !isExcused(pattern, SHORT_TEXTS)).map(named)).toEqual([])
  })

  it('THEN each exception is of one that would be found', () => {
    const found = all.filter((one) => isSuperlinear(one) || isExponential(one.source, one.flags))
    const idle = [...SHORT_TEXTS, ...AMBIGUOUS].filter(
      (one) => !found.some((pattern) => isExcused(pattern, [one])),
    )
    expect(idle).toEqual([])
  })

  it('THEN each is built while its module is loaded, but for those that are known to be built later', () => {
    const seen = new Set(built.map(({ file, line }) => `${file}:${line}`))
    const files = sites.filter(({ file, line }) => !seen.has(`${file}:${line}`)).map(({ file }) => file)
    expect([...new Set(files)].sort()).toEqual(Object.keys(LATE).sort())
  })
})

describe('GIVEN expressions of which it is known', () => {
  it.each([
    [/^(?:[ \t]*(?:\r\n|\n|\r))*---/],
    [/(?:a*)*b/],
    [/(?:x?y?)*z/],
    [/^(?:a|ab|b)*$/],
    [/(?:\w+\s?)*$/],
    [/(?=(?:a|aa)+$)/],
  ])('%s THEN it is found that its time can double with each character', ({ source, flags }) => {
    expect(isExponential(source, flags)).toBe(true)
  })

  it.each([
    [/^(?:[ \t]*[\r\n])*---/],
    [/(?:a{0,3}b)*c/],
    [/\p{L}+(?: \p{L}+)*/u],
    [/(?:foo|bar|baz)+$/],
    [/(?:\w+\s)*$/],
  ])('%s THEN it is found that it can not', ({ source, flags }) => {
    expect(isExponential(source, flags)).toBe(false)
  })

  it.each([[/\s+$/], [/(\p{L}+)\s*$/u], [/[^aeiouy]+y/g], [/^a*a*b/]])(
    '%s THEN it is found that its time grows faster than the text',
    ({ source, flags }) => {
      expect(isSuperlinear({ file: '', line: 0, source, flags })).toBe(true)
    },
  )

  it.each([[/(?<!\s)\s+$/], [/(?<!\p{L})(\p{L}+)\s*$/u], [/^\s+/]])(
    '%s THEN it is found that it does not',
    ({ source, flags }) => {
      expect(isSuperlinear({ file: '', line: 0, source, flags })).toBe(false)
    },
  )
})
