import type { CommandCatalogue } from './texts.js'

export const russian: CommandCatalogue = {
  private: { name: 'приватно', description: 'Ответ видите только вы' },
  commands: {
    when: {
      name: 'когда',
      description: 'Когда что-то произошло или произойдёт, с предложениями, где это сказано',
      options: { topic: { name: 'тема', description: 'Место, человек или событие, например: geneva talks' } },
    },
    'who-said': {
      name: 'кто-сказал',
      description: 'Кто сказал эти слова и как их передало каждое издание',
      options: {
        words: { name: 'слова', description: 'Слова, как вы их помните, например: severe sanctions' },
        speaker: { name: 'говорящий', description: 'Только то, что сказал этот человек' },
      },
    },
    quotes: {
      name: 'цитаты',
      description: 'Что, по сообщениям, сказал один человек, сначала новое',
      options: {
        speaker: { name: 'говорящий', description: 'Имя или должность, например: Lavrov или US president' },
        topic: { name: 'тема', description: 'Только сказанное об этом' },
      },
    },
    ask: {
      name: 'спросить',
      description: 'Предложения статей, которые отвечают на вопрос',
      options: {
        question: {
          name: 'вопрос',
          description: 'Вопрос обычными словами: How many troops are at the border?',
        },
      },
    },
    search: {
      name: 'поиск',
      description: 'Отрывки, в которых есть эти слова',
      options: {
        words: { name: 'слова', description: 'Что искать; "в кавычках" — точная фраза' },
        outlet: { name: 'издание', description: 'Только статьи этого издания' },
        since: { name: 'с', description: 'Только статьи с этого дня, например: 2021-12-31' },
        until: { name: 'по', description: 'Только статьи по этот день, например: 2022-01-10' },
      },
    },
    timeline: {
      name: 'хронология',
      description: 'Что произошло и что должно произойти, по порядку, с рисунком',
      options: {
        topic: { name: 'тема', description: 'Место, человек или событие; без неё — всё' },
        from: {
          name: 'с',
          description: 'Только события с этого времени, например: 2021-12-31, 2021-12 или 2021',
        },
        to: {
          name: 'по',
          description: 'Только события до этого времени, например: 2022-01-10, 2022-01 или 2022',
        },
        most: {
          name: 'сколько',
          description: 'Сколько событий, самых важных, например: 20; иначе двенадцать',
        },
      },
    },
    compare: {
      name: 'сравнить',
      description: 'Что говорит о теме каждое издание, рядом: даты, числа, слова',
      options: { topic: { name: 'тема', description: 'Место, человек или предмет, например: troops' } },
    },
    sources: {
      name: 'источники',
      description: 'Статьи, из которых берутся ответы',
      options: { outlet: { name: 'издание', description: 'Только статьи этого издания' } },
    },
    article: {
      name: 'статья',
      description: 'Что содержит одна статья, абзац за абзацем',
      options: { name: { name: 'название', description: 'Заголовок или имя файла либо их часть' } },
    },
    help: { name: 'справка', description: 'Что можно спросить и как' },
    privacy: { name: 'приватность', description: 'Что я храню, как долго и как это удалить' },
    status: { name: 'состояние', description: 'Сколько есть статей, насколько они новые и как дела у бота' },
    reload: { name: 'перечитать', description: 'Для модераторов: прочитать статьи заново' },
    articles: {
      name: 'статьи',
      description: 'Для модераторов: собственные статьи этого сервера',
      options: {
        add: {
          name: 'добавить',
          description: 'Добавить статью: по ссылке, из файла или без них, чтобы вставить текст',
          options: {
            link: { name: 'ссылка', description: 'Адрес страницы' },
            file: { name: 'файл', description: 'Статья в .txt, .md, .html или .pdf' },
          },
        },
        edit: {
          name: 'исправить',
          description: 'Исправить заголовок, издание, дату или ссылку статьи',
          options: {
            name: { name: 'название', description: 'Её заголовок' },
          },
        },
        remove: {
          name: 'удалить',
          description: 'Удалить статью',
          options: {
            name: { name: 'название', description: 'Её заголовок' },
          },
        },
        list: { name: 'список', description: 'Собственные статьи этого сервера' },
        log: {
          name: 'журнал',
          description: 'Кто добавлял и удалял статьи и где об этом сообщается',
          options: {
            channel: {
              name: 'канал',
              description: 'Канал, где сообщать отныне; без него показывается журнал',
            },
          },
        },
      },
    },
    follow: {
      name: 'следить',
      description: 'Для модераторов: сообщать о новых статьях на тему',
      options: {
        topic: {
          name: 'тема',
          description: 'Следить за темой',
          options: {
            topic: { name: 'тема', description: 'Место, человек или предмет' },
            role: { name: 'роль', description: 'Роль, которую уведомить' },
            channel: { name: 'канал', description: 'Где сообщать о новых статьях; иначе здесь' },
          },
        },
        list: { name: 'список', description: 'Темы, за которыми следят' },
        stop: {
          name: 'перестать',
          description: 'Больше не следить за темой',
          options: {
            topic: { name: 'тема', description: 'Тема' },
            channel: { name: 'канал', description: 'Только в этом канале' },
          },
        },
      },
    },
    settings: { name: 'настройки', description: 'Для модераторов: где и как я отвечаю на этом сервере' },
    feeds: {
      name: 'ленты',
      description: 'Для модераторов: ленты, которые приносят собственные статьи этого сервера',
      options: {
        add: {
          name: 'добавить',
          description: 'Посмотреть ленту и следить за ней',
          options: { link: { name: 'ссылка', description: 'Адрес ленты RSS, Atom или JSON' } },
        },
        list: { name: 'список', description: 'Ленты этого сервера и как у них дела' },
        stop: {
          name: 'остановить',
          description: 'Больше не следить за лентой; её статьи остаются',
          options: { name: { name: 'название', description: 'Её заголовок или сайт' } },
        },
      },
    },
    brief: {
      name: 'сводка',
      description: 'Что нового: главные события, выросшие цифры, новые заявления, планы',
      options: {
        topic: { name: 'тема', description: 'Место, человек или событие; без темы всё' },
        since: { name: 'с', description: 'С какого дня, например: 2022-01-03; иначе последние семь дней' },
      },
    },
    'Find sources': { name: 'Найти источники' },
    'Who said this?': { name: 'Кто это сказал?' },
  },
}
