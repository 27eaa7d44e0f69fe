import { describe, expect, test } from 'vitest'
import { questionOf } from '../../src/answers/model/question.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import { foreignLanguage } from '../../src/language/foreign.js'
import { answerInEnglish as answer } from '../support/english.js'
import { report } from '../support/report.js'

describe('GIVEN a question in another language THEN it is known', () => {
  test.each([
    ['Wann sind die Gespräche in Genf?', 'de'],
    ['Wer hat das gesagt?', 'de'],
    ['wie viele Tote gibt es', 'de'],
    ['Quand auront lieu les pourparlers de Genève ?', 'fr'],
    ['qui a dit ça', 'fr'],
    ['¿Cuándo son las conversaciones en Ginebra?', 'es'],
    ['cuantos muertos hay', 'es'],
    ['Quando sono i colloqui di Ginevra?', 'it'],
    ['Quando são as conversações em Genebra?', 'pt'],
    ['Wanneer zijn de gesprekken in Genève?', 'nl'],
    ['Kiedy są rozmowy w Genewie?', 'pl'],
    ['Kdy jsou rozhovory v Ženevě?', 'cs'],
    ['När är samtalen i Genève?', 'sv'],
    ['Cenevre görüşmeleri ne zaman?', 'tr'],
    ['Когда переговоры в Женеве?', 'ru'],
    ['кто это сказал', 'ru'],
    ['Коли переговори в Женеві?', 'uk'],
    ['что сказал Путин', 'ru'],
    ['Πότε είναι οι συνομιλίες;', 'el'],
    ['متى المحادثات في جنيف؟', 'ar'],
    ['日内瓦会谈是什么时候？', 'zh'],
    ['ジュネーブ会談はいつですか', 'ja'],
    ['제네바 회담은 언제입니까?', 'ko'],
  ])('“%s”', (question, code) => expect(foreignLanguage(question)?.code).toBe(code))

  test.each([
    'When are the talks in Geneva?',
    'who said severe sanctions',
    'geneva',
    'how many dead',
    'what did Macron say about les gilets jaunes',
    'when did Die Welt report on it',
    'who is Зеленский',
    'what is 台北',
    'Le Pen',
    'De Gaulle',
    'San José de las Lajas fire',
    'was ist in there',
    'Nord Stream',
    'who met El Salvador’s president',
    'death toll in La Palma',
    '',
    '2021',
  ])('AND “%s” is English', (question) => expect(foreignLanguage(question)).toBeNull())
})

describe('GIVEN an archive', () => {
  const { archive } = makeArchive([
    report(
      'Post',
      '2023-05-12',
      'President Зеленский (Zelensky) spoke in Lorne on May 22 and 23, the council said.',
    ),
  ])
  const ask = (text: string) => answer(questionOf(text), archive, { server: null })

  test('WHEN it is asked in another language THEN one line says so in that language, with an example', async () => {
    const answered = await ask('/ask Wann sprach der Präsident in Lorne?')
    expect(answered).toMatchObject({ findings: [], closest: [] })
    expect(answered.note).toMatch(/^Ich verstehe Fragen nur auf Englisch.*“When are the talks in Geneva\?”$/)
    expect((await ask('/when переговоры в Женеве')).note).toMatch(/^Я понимаю вопросы только на английском/)
  })

  test('WHEN a name is looked for as it stands there THEN it is found, in whatever script', async () => {
    expect((await ask('/search Зеленский')).findings).toHaveLength(1)
    expect((await ask('/when Зеленский')).findings[0]?.text).toBe('22–23 May 2023')
  })
})
