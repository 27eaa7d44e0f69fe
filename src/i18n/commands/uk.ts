import type { CommandCatalogue } from './texts.js'

export const ukrainian: CommandCatalogue = {
  private: { name: 'приватно', description: 'Відповідь бачите лише ви' },
  commands: {
    when: {
      name: 'коли',
      description: 'Коли щось сталося або станеться, з реченнями, які це кажуть',
      options: { topic: { name: 'тема', description: 'Місце, особа або подія, наприклад: geneva talks' } },
    },
    'who-said': {
      name: 'хто-сказав',
      description: 'Хто сказав ці слова і як їх передало кожне видання',
      options: {
        words: { name: 'слова', description: 'Слова, як ви їх пам’ятаєте, наприклад: severe sanctions' },
        speaker: { name: 'мовець', description: 'Лише те, що сказала ця особа' },
      },
    },
    quotes: {
      name: 'цитати',
      description: 'Що, як повідомляють, сказала одна особа, найновіше спершу',
      options: {
        speaker: { name: 'мовець', description: 'Ім’я або посада, наприклад: Lavrov або US president' },
        topic: { name: 'тема', description: 'Лише сказане про це' },
      },
    },
    ask: {
      name: 'запитати',
      description: 'Речення статей, які відповідають на запитання',
      options: {
        question: {
          name: 'запитання',
          description: 'Запитання звичайними словами: How many troops are at the border?',
        },
      },
    },
    search: {
      name: 'пошук',
      description: 'Уривки, що містять ці слова',
      options: {
        words: { name: 'слова', description: 'Що шукати; "у лапках" — точна фраза' },
        outlet: { name: 'видання', description: 'Лише статті цього видання' },
        since: { name: 'від', description: 'Лише статті від цього дня, наприклад: 2021-12-31' },
        until: { name: 'до', description: 'Лише статті до цього дня, наприклад: 2022-01-10' },
      },
    },
    timeline: {
      name: 'хронологія',
      description: 'Що сталося і що має статися, за порядком, із малюнком',
      options: {
        topic: { name: 'тема', description: 'Місце, особа або подія; без неї — усе' },
        from: { name: 'від', description: 'Лише події відтоді, наприклад: 2021-12-31, 2021-12 або 2021' },
        to: { name: 'до', description: 'Лише події дотоді, наприклад: 2022-01-10, 2022-01 або 2022' },
        most: {
          name: 'скільки',
          description: 'Скільки подій, найважливіших, наприклад: 20; інакше дванадцять',
        },
      },
    },
    compare: {
      name: 'порівняти',
      description: 'Що каже про тему кожне видання, поруч: дати, числа, слова',
      options: { topic: { name: 'тема', description: 'Місце, особа або річ, наприклад: troops' } },
    },
    sources: {
      name: 'джерела',
      description: 'Статті, з яких беруться відповіді',
      options: { outlet: { name: 'видання', description: 'Лише статті цього видання' } },
    },
    article: {
      name: 'стаття',
      description: 'Що містить одна стаття, абзац за абзацом',
      options: { name: { name: 'назва', description: 'Заголовок чи ім’я файлу або їх частина' } },
    },
    help: { name: 'довідка', description: 'Що можна запитати і як' },
    privacy: { name: 'приватність', description: 'Що я зберігаю, як довго і як це видалити' },
    status: { name: 'стан', description: 'Скільки є статей, наскільки вони нові і як почувається бот' },
    reload: { name: 'перечитати', description: 'Для модераторів: прочитати статті заново' },
    articles: {
      name: 'статті',
      description: 'Для модераторів: власні статті цього сервера',
      options: {
        add: {
          name: 'додати',
          description: 'Додати статтю: за посиланням, з файлу або без них, щоб вставити текст',
          options: {
            link: { name: 'посилання', description: 'Адреса сторінки' },
            file: { name: 'файл', description: 'Стаття у .txt, .md, .html або .pdf' },
          },
        },
        edit: {
          name: 'виправити',
          description: 'Виправити заголовок, видання, дату або посилання статті',
          options: {
            name: { name: 'назва', description: 'Її заголовок' },
          },
        },
        remove: {
          name: 'видалити',
          description: 'Видалити статтю',
          options: {
            name: { name: 'назва', description: 'Її заголовок' },
          },
        },
        list: { name: 'список', description: 'Власні статті цього сервера' },
        log: {
          name: 'журнал',
          description: 'Хто додавав і видаляв статті та де про це повідомляється',
          options: {
            channel: {
              name: 'канал',
              description: 'Канал, де повідомляти відтепер; без нього показано журнал',
            },
          },
        },
      },
    },
    follow: {
      name: 'стежити',
      description: 'Для модераторів: повідомляти про нові статті на тему',
      options: {
        topic: {
          name: 'тема',
          description: 'Стежити за темою',
          options: {
            topic: { name: 'тема', description: 'Місце, людина або річ' },
            role: { name: 'роль', description: 'Роль, яку сповістити' },
            channel: { name: 'канал', description: 'Де повідомляти про нові статті; інакше тут' },
          },
        },
        list: { name: 'список', description: 'Теми, за якими стежать' },
        stop: {
          name: 'припинити',
          description: 'Більше не стежити за темою',
          options: {
            topic: { name: 'тема', description: 'Тема' },
            channel: { name: 'канал', description: 'Лише в цьому каналі' },
          },
        },
      },
    },
    settings: { name: 'налаштування', description: 'Для модераторів: де і як я відповідаю на цьому сервері' },
    feeds: {
      name: 'стрічки',
      description: 'Для модераторів: стрічки, які приносять власні статті цього сервера',
      options: {
        add: {
          name: 'додати',
          description: 'Переглянути стрічку й стежити за нею',
          options: { link: { name: 'посилання', description: 'Адреса стрічки RSS, Atom або JSON' } },
        },
        list: { name: 'список', description: 'Стрічки цього сервера і як у них справи' },
        stop: {
          name: 'зупинити',
          description: 'Більше не стежити за стрічкою; її статті лишаються',
          options: { name: { name: 'назва', description: 'Її заголовок або сайт' } },
        },
      },
    },
    brief: {
      name: 'зведення',
      description: 'Що нового: головні події, цифри, що зросли, нові заяви, плани',
      options: {
        topic: { name: 'тема', description: 'Місце, людина або подія; без теми все' },
        since: { name: 'з', description: 'З якого дня, наприклад: 2022-01-03; інакше останні сім днів' },
      },
    },
    'Find sources': { name: 'Знайти джерела' },
    'Who said this?': { name: 'Хто це сказав?' },
  },
}
