import type { CommandCatalogue } from './texts.js'

export const polish: CommandCatalogue = {
  private: { name: 'prywatnie', description: 'Tylko ty widzisz odpowiedź' },
  commands: {
    when: {
      name: 'kiedy',
      description: 'Kiedy coś się stało lub ma się stać, ze zdaniami, które to mówią',
      options: {
        topic: { name: 'temat', description: 'Miejsce, osoba lub wydarzenie, na przykład: geneva talks' },
      },
    },
    'who-said': {
      name: 'kto-powiedział',
      description: 'Kto powiedział te słowa i jak podało je każde z mediów',
      options: {
        words: { name: 'słowa', description: 'Słowa, jak je pamiętasz, na przykład: severe sanctions' },
        speaker: { name: 'mówca', description: 'Tylko to, co powiedziała ta osoba' },
      },
    },
    quotes: {
      name: 'cytaty',
      description: 'Co według doniesień powiedziała jedna osoba, najnowsze najpierw',
      options: {
        speaker: { name: 'mówca', description: 'Nazwisko lub urząd, na przykład: Lavrov albo US president' },
        topic: { name: 'temat', description: 'Tylko to, co powiedziano na ten temat' },
      },
    },
    ask: {
      name: 'zapytaj',
      description: 'Zdania z artykułów, które odpowiadają na pytanie',
      options: {
        question: {
          name: 'pytanie',
          description: 'Pytanie zwykłymi słowami: How many troops are at the border?',
        },
      },
    },
    search: {
      name: 'szukaj',
      description: 'Fragmenty, w których są te słowa',
      options: {
        words: { name: 'słowa', description: 'Czego szukać; "w cudzysłowie" to dokładna fraza' },
        outlet: { name: 'medium', description: 'Tylko artykuły tego medium' },
        since: { name: 'od', description: 'Tylko artykuły od tego dnia, na przykład: 2021-12-31' },
        until: { name: 'do', description: 'Tylko artykuły do tego dnia, na przykład: 2022-01-10' },
      },
    },
    timeline: {
      name: 'oś-czasu',
      description: 'Co się stało i co ma się stać, po kolei, z obrazkiem',
      options: {
        topic: { name: 'temat', description: 'Miejsce, osoba lub wydarzenie; bez tematu wszystko' },
        from: {
          name: 'od',
          description: 'Tylko wydarzenia odtąd, na przykład: 2021-12-31, 2021-12 lub 2021',
        },
        to: { name: 'do', description: 'Tylko wydarzenia dotąd, na przykład: 2022-01-10, 2022-01 lub 2022' },
        most: {
          name: 'ile',
          description: 'Ile wydarzeń, najważniejszych, na przykład: 20; inaczej dwanaście',
        },
      },
    },
    compare: {
      name: 'porównaj',
      description: 'Co o temacie mówi każde z mediów, obok siebie: daty, liczby, słowa',
      options: { topic: { name: 'temat', description: 'Miejsce, osoba lub rzecz, na przykład: troops' } },
    },
    sources: {
      name: 'źródła',
      description: 'Artykuły, z których pochodzą odpowiedzi',
      options: { outlet: { name: 'medium', description: 'Tylko artykuły tego medium' } },
    },
    article: {
      name: 'artykuł',
      description: 'Co zawiera jeden artykuł, akapit po akapicie',
      options: { name: { name: 'nazwa', description: 'Tytuł lub nazwa pliku albo ich część' } },
    },
    help: { name: 'pomoc', description: 'O co można pytać i jak' },
    privacy: { name: 'prywatność', description: 'Co przechowuję, jak długo i jak to usunąć' },
    status: { name: 'stan', description: 'Ile jest artykułów, jak są nowe i jak się ma bot' },
    reload: { name: 'przeładuj', description: 'Dla moderatorów: przeczytaj artykuły od nowa' },
    articles: {
      name: 'artykuły',
      description: 'Dla moderatorów: własne artykuły tego serwera',
      options: {
        add: {
          name: 'dodaj',
          description: 'Dodaj artykuł: z linku, z pliku albo bez nich, aby wkleić tekst',
          options: {
            link: { name: 'link', description: 'Adres strony' },
            file: { name: 'plik', description: 'Artykuł jako .txt, .md, .html lub .pdf' },
          },
        },
        edit: {
          name: 'popraw',
          description: 'Popraw tytuł, nazwę mediów, datę lub link artykułu',
          options: {
            name: { name: 'nazwa', description: 'Jego tytuł' },
          },
        },
        remove: {
          name: 'usuń',
          description: 'Usuń artykuł',
          options: {
            name: { name: 'nazwa', description: 'Jego tytuł' },
          },
        },
        list: { name: 'lista', description: 'Własne artykuły tego serwera' },
        log: {
          name: 'dziennik',
          description: 'Kto dodał i usunął artykuły i gdzie to widać',
          options: {
            channel: {
              name: 'kanał',
              description: 'Kanał, na którym odtąd to widać; bez niego pokazywany jest dziennik',
            },
          },
        },
      },
    },
    follow: {
      name: 'obserwuj',
      description: 'Dla moderatorów: zgłaszaj nowe artykuły na dany temat',
      options: {
        topic: {
          name: 'temat',
          description: 'Obserwuj temat',
          options: {
            topic: { name: 'temat', description: 'Miejsce, osoba lub rzecz' },
            role: { name: 'rola', description: 'Rola do powiadomienia' },
            channel: { name: 'kanał', description: 'Gdzie zgłaszać nowe artykuły; inaczej tutaj' },
          },
        },
        list: { name: 'lista', description: 'Obserwowane tematy' },
        stop: {
          name: 'zakończ',
          description: 'Przestań obserwować temat',
          options: {
            topic: { name: 'temat', description: 'Temat' },
            channel: { name: 'kanał', description: 'Tylko na tym kanale' },
          },
        },
      },
    },
    settings: { name: 'ustawienia', description: 'Dla moderatorów: gdzie i jak odpowiadam na tym serwerze' },
    feeds: {
      name: 'kanały-rss',
      description: 'Dla moderatorów: kanały RSS, które przynoszą własne artykuły tego serwera',
      options: {
        add: {
          name: 'dodaj',
          description: 'Obejrzyj kanał RSS i zacznij go śledzić',
          options: { link: { name: 'link', description: 'Adres kanału RSS, Atom lub JSON' } },
        },
        list: { name: 'lista', description: 'Kanały RSS tego serwera i jak im idzie' },
        stop: {
          name: 'zakończ',
          description: 'Przestań śledzić kanał RSS; jego artykuły zostają',
          options: { name: { name: 'nazwa', description: 'Jego tytuł lub witryna' } },
        },
      },
    },
    brief: {
      name: 'przegląd',
      description: 'Co nowego: główne wydarzenia, liczby, które wzrosły, nowe wypowiedzi, plany',
      options: {
        topic: { name: 'temat', description: 'Miejsce, osoba lub wydarzenie; bez tematu wszystko' },
        since: {
          name: 'od',
          description: 'Od którego dnia, na przykład: 2022-01-03; inaczej ostatnie siedem dni',
        },
      },
    },
    'Find sources': { name: 'Znajdź źródła' },
    'Who said this?': { name: 'Kto to powiedział?' },
  },
}
