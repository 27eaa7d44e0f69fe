import fc from 'fast-check'

/** Texts that articles, members and file names may hold, and that a reply must survive. */
const PARTS = [
  ...[
    '**',
    '*',
    '__',
    '_',
    '~~',
    '||',
    '`',
    '```',
    '>',
    '> ',
    '>>> ',
    '# ',
    '-# ',
    '- ',
    '1. ',
    '\\',
    '\n',
    '\r\n',
  ],
  ...[
    '<@123456789012345678>',
    '<@!1>',
    '<@&5>',
    '<#7>',
    '@everyone',
    '@here',
    '<t:1640995200:R>',
    '</when:12>',
  ],
  ...[
    '<:smile:12>',
    '<a:x:9>',
    ':tada:',
    '<id:guide>',
    'https://example.org/a_(b)',
    '[text](https://example.org)',
  ],
  ...[
    '<https://example.org>',
    '[',
    ']',
    '(',
    ')',
    '](',
    '👩‍👩‍👧‍👦',
    '🇺🇦',
    'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
    '\u202e',
    '\u200d',
    '\ud83d',
  ],
  ...['\0', '\t', ' ', '“', '”', 'talks', 'Geneva', 'a'.repeat(300), '漢字かな', 'Переговоры'],
]

export const hostile = (maxLength = 40) =>
  fc
    .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'binary', maxLength: 6 }), fc.string()), {
      maxLength,
    })
    .map((parts) => parts.join(''))
