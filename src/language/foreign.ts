/** Languages that the bot does not read questions in: by which words and letters they are known, and what it says in them. */
export interface ForeignLanguage {
  /** ISO 639-1. */
  readonly code: string
  /** Words that questions hold in it and hardly ever in English. Lower case. */
  readonly words: ReadonlySet<string>
  /** Letters that no other language has that is written in its script; null where the words alone tell. */
  readonly letters: RegExp | null
  /** One line: that questions are read in English, with an example. */
  readonly line: string
}

const set = (words: string) => new Set(words.trim().split(/\s+/))
const EXAMPLE = '“When are the talks in Geneva?”'

const language = (
  code: string,
  line: string,
  words = '',
  letters: RegExp | null = null,
): ForeignLanguage => ({
  code,
  words: set(words),
  letters,
  line: line.replace('…', EXAMPLE),
})

/** Written in Latin letters: told apart by their words. */
const LATIN: readonly ForeignLanguage[] = [
  language(
    'de',
    'Ich verstehe Fragen nur auf Englisch, zum Beispiel: …',
    `wann wo warum wieso weshalb welche welcher welches wieviel wer wie der die das den dem des ein eine einen einem einer ist sind
    wird werden wurde wurden hat haben hatte sein nicht und oder mit von vom zum zur bei nach über für auf aus im ins gibt es sich
    auch noch viele dass gesagt passiert passierte gestorben gespräche krieg treffen beginnt findet statt als bis gegen unter`,
  ),
  language(
    'fr',
    'Je ne comprends que les questions en anglais, par exemple : …',
    `quand où pourquoi comment combien qui que quoi quel quelle quels quelles est sont était ont été le la les des du une un et ou
    dans sur avec pour par au aux ce cette ces il elle ils elles ne pas dit lieu sera seront fait morts guerre aura qu'est-ce
    y a-t-il est-ce lors après avant contre selon chez`,
  ),
  language(
    'es',
    'Solo entiendo preguntas en inglés, por ejemplo: …',
    `cuándo cuando dónde donde qué que quién quien quiénes cómo cuánto cuántos cuántas cuál cuáles por qué es son está están fue fueron
    ha han el la los las un una unos unas del y o en con para por al se no dijo hay muertos guerra serán según sobre contra después
    antes tiene tienen cuantos`,
  ),
  language(
    'it',
    'Capisco solo domande in inglese, per esempio: …',
    `quando dove perché chi che cosa come quanto quanti quante quale quali è sono era stato stati ha hanno il lo la gli le un una
    di del della dei delle nel nella e o con per al alla si non ha detto morti guerra saranno dopo prima contro`,
  ),
  language(
    'pt',
    'Só entendo perguntas em inglês, por exemplo: …',
    `quando onde porquê por que quem como quanto quantos quantas qual quais é são está estão foi foram o os as um uma do da dos das
    no na nos nas e ou em com para pelo pela ao se não disse mortos guerra serão depois antes contra`,
  ),
  language(
    'nl',
    'Ik begrijp alleen vragen in het Engels, bijvoorbeeld: …',
    `wanneer waar waarom wie wat hoe hoeveel welke is zijn was waren wordt worden werd heeft hebben de het een van voor met bij naar
    op uit en of niet er dat die dit gezegd doden oorlog tegen tijdens`,
  ),
  language(
    'pl',
    'Rozumiem tylko pytania po angielsku, na przykład: …',
    `kiedy gdzie dlaczego kto co jak ile jaki jaka jakie który która które czy jest są był była było byli będą będzie się nie w we
    z ze na do od po przez dla i lub oraz powiedział powiedziała rozmowy wojna zginęło`,
  ),
  language(
    'cs',
    'Rozumím jen otázkám v angličtině, například: …',
    'kdy kde proč kdo co jak kolik jaký jaká jaké který která které je jsou byl byla bylo byli bude budou se na do od po pro a nebo řekl řekla válka není',
  ),
  language(
    'sv',
    'Jag förstår bara frågor på engelska, till exempel: …',
    'när var varför vem vad hur många vilken vilka är var blir blev har hade och eller det den ett en som med på av till från för inte sa krig dog ska',
  ),
  language(
    'da',
    'Jeg forstår kun spørgsmål på engelsk, for eksempel: …',
    'hvornår hvor hvorfor hvem hvad hvordan mange hvilken hvilke er var bliver blev har havde og eller det den et en som med på af til fra for ikke sagde krig døde skal',
  ),
  language(
    'ro',
    'Înțeleg doar întrebări în engleză, de exemplu: …',
    'când unde de ce cine ce cum câți câte care este sunt a fost au fost vor fi și sau cu pe la din pentru nu se spus război morți',
  ),
  language(
    'tr',
    'Yalnızca İngilizce soruları anlıyorum, örneğin: …',
    'ne zaman nerede neden niçin kim kimler nasıl kaç hangi mi mı mu mü ve veya ile için bir bu şu oldu olacak dedi savaş öldü görüşmeler var yok',
  ),
]

/** Written in Cyrillic letters. */
const CYRILLIC: readonly ForeignLanguage[] = [
  language(
    'uk',
    'Я розумію запитання лише англійською, наприклад: …',
    'коли де чому хто що як скільки який яка які чи є був була буде та і або в на з про',
    /[іїєґ]/i,
  ),
  language(
    'ru',
    'Я понимаю вопросы только на английском, например: …',
    'когда где почему кто что как сколько какой какая какие ли есть был была будет и или в на с о',
    /[ыэъё]/i,
  ),
]

/** The other scripts, each of one language that is taken for all. */
const SCRIPTS: readonly (readonly [RegExp, ForeignLanguage])[] = [
  [/\p{Script=Greek}/u, language('el', 'Καταλαβαίνω ερωτήσεις μόνο στα αγγλικά, για παράδειγμα: …')],
  [/\p{Script=Hebrew}/u, language('he', 'אני מבין שאלות באנגלית בלבד, למשל: …')],
  [/\p{Script=Arabic}/u, language('ar', 'أفهم الأسئلة بالإنجليزية فقط، مثلًا: …')],
  [/\p{Script=Devanagari}/u, language('hi', 'मैं केवल अंग्रेज़ी में प्रश्न समझता हूँ, जैसे: …')],
  [/\p{Script=Hangul}/u, language('ko', '영어로 된 질문만 이해합니다. 예: …')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, language('ja', '英語の質問だけ理解できます。例：…')],
  [/\p{Script=Han}/u, language('zh', '我只能看懂英文问题，例如：…')],
  [/\p{Script=Thai}/u, language('th', 'ฉันเข้าใจคำถามภาษาอังกฤษเท่านั้น เช่น …')],
]

/** Words of English questions that other languages have as well, or that tell that a question is English. */
const ENGLISH = set(`
  when where why who whom whose what how which is are was were will would did does do has have had the a an of in on at to for and
  or with by from about not it its he she they this that these those said say says many much any there be been can could should
  if as into over after before between during against than then them his her their our you your i we me no yes`)

/** The share of a question's words that must be of a language, and how many of a longer one. */
const LEAST_SHARE = 0.3
const LEAST_WORDS = 2

/**
 * The language that a question is in, where it is none that the bot reads. Names of people and places in another
 * script within an English question make it no other language.
 */
export function foreignLanguage(question: string): ForeignLanguage | null {
  const letters = question.match(/\p{L}/gu) ?? []
  if (letters.length === 0) return null
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  const words = question.toLowerCase().match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []
  const count = (of: ReadonlySet<string>) => words.filter((word) => of.has(word)).length
  const english = count(ENGLISH)
  if (2 * latin < letters.length) return english > 0 ? null : byScript(question, count)
  let best: ForeignLanguage | null = null
  let most = english
  for (const one of LATIN) {
    const own = count(one.words)
    if (own > most && own >= Math.min(LEAST_WORDS, words.length) && own >= LEAST_SHARE * words.length) {
      best = one
      most = own
    }
  }
  return best
}

function byScript(text: string, count: (of: ReadonlySet<string>) => number): ForeignLanguage | null {
  if (/\p{Script=Cyrillic}/u.test(text)) {
    const marked = CYRILLIC.find(({ letters }) => letters?.test(text))
    const [first] = [...CYRILLIC].sort((a, b) => count(b.words) - count(a.words))
    return marked ?? (count(first!.words) > 0 ? first! : CYRILLIC.at(-1)!)
  }
  return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? null
}
