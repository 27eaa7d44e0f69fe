import type { CommandCatalogue } from './texts.js'

export const german: CommandCatalogue = {
  private: { name: 'privat', description: 'Nur du siehst die Antwort' },
  commands: {
    when: {
      name: 'wann',
      description: 'Wann etwas geschah oder geschehen soll, mit den Sätzen, die es sagen',
      options: {
        topic: { name: 'thema', description: 'Ein Ort, eine Person oder ein Ereignis, etwa: geneva talks' },
      },
    },
    'who-said': {
      name: 'wer-sagte',
      description: 'Wer diese Worte sagte und wie jedes Medium sie wiedergab',
      options: {
        words: { name: 'worte', description: 'Die Worte, wie du sie erinnerst, etwa: severe sanctions' },
        speaker: { name: 'sprecher', description: 'Nur was diese Person sagte' },
      },
    },
    quotes: {
      name: 'zitate',
      description: 'Was eine Person gesagt haben soll, das Neueste zuerst',
      options: {
        speaker: { name: 'sprecher', description: 'Ein Name oder ein Amt, etwa: Lavrov oder US president' },
        topic: { name: 'thema', description: 'Nur was darüber gesagt wurde' },
      },
    },
    ask: {
      name: 'fragen',
      description: 'Die Sätze der Artikel, die eine Frage beantworten',
      options: {
        question: {
          name: 'frage',
          description: 'Eine Frage in einfachen Worten: How many troops are at the border?',
        },
      },
    },
    search: {
      name: 'suchen',
      description: 'Absätze, in denen diese Wörter stehen',
      options: {
        words: {
          name: 'worte',
          description: 'Wonach gesucht wird; "in Anführungszeichen" steht es genau so',
        },
        outlet: { name: 'medium', description: 'Nur Artikel dieses Mediums' },
        since: { name: 'seit', description: 'Nur Artikel von diesem Tag an, etwa: 2021-12-31' },
        until: { name: 'bis', description: 'Nur Artikel bis zu diesem Tag, etwa: 2022-01-10' },
      },
    },
    timeline: {
      name: 'zeitleiste',
      description: 'Was geschah und was geschehen soll, der Reihe nach, mit Bild',
      options: {
        topic: { name: 'thema', description: 'Ein Ort, eine Person oder ein Ereignis; ohne Thema alles' },
        from: { name: 'von', description: 'Nur Ereignisse von da an, etwa: 2021-12-31, 2021-12 oder 2021' },
        to: { name: 'bis', description: 'Nur Ereignisse bis dahin, etwa: 2022-01-10, 2022-01 oder 2022' },
        most: { name: 'meiste', description: 'Wie viele Ereignisse, die wichtigsten, etwa: 20; sonst zwölf' },
      },
    },
    compare: {
      name: 'vergleichen',
      description: 'Was jedes Medium zu einem Thema sagt, nebeneinander: Daten, Zahlen, Wortlaut',
      options: {
        topic: { name: 'thema', description: 'Ein Ort, eine Person oder eine Sache, etwa: troops' },
      },
    },
    sources: {
      name: 'quellen',
      description: 'Die Artikel, aus denen die Antworten stammen',
      options: { outlet: { name: 'medium', description: 'Nur Artikel dieses Mediums' } },
    },
    article: {
      name: 'artikel',
      description: 'Was in einem Artikel steht, Absatz für Absatz',
      options: { name: { name: 'name', description: 'Sein Titel oder Dateiname, oder ein Teil davon' } },
    },
    help: { name: 'hilfe', description: 'Was man fragen kann, und wie' },
    privacy: {
      name: 'datenschutz',
      description: 'Was ich aufbewahre, wie lange, und wie man es löschen lässt',
    },
    status: {
      name: 'zustand',
      description: 'Wie viele Artikel es gibt, wie neu sie sind und wie es dem Bot geht',
    },
    reload: { name: 'neu-laden', description: 'Für Moderatoren: die Artikel neu einlesen' },
    articles: {
      name: 'artikel-verwalten',
      description: 'Für Moderatoren: die eigenen Artikel dieses Servers',
      options: {
        add: {
          name: 'hinzufügen',
          description: 'Einen Artikel hinzufügen: mit Link, mit Datei, oder ohne beides, um Text einzufügen',
          options: {
            link: { name: 'link', description: 'Die Adresse der Seite' },
            file: { name: 'datei', description: 'Ein Artikel als .txt, .md, .html oder .pdf' },
          },
        },
        edit: {
          name: 'bearbeiten',
          description: 'Titel, Medium, Datum oder Link eines Artikels berichtigen',
          options: {
            name: { name: 'name', description: 'Sein Titel' },
          },
        },
        remove: {
          name: 'entfernen',
          description: 'Einen Artikel entfernen',
          options: {
            name: { name: 'name', description: 'Sein Titel' },
          },
        },
        list: { name: 'liste', description: 'Die eigenen Artikel dieses Servers' },
        log: {
          name: 'protokoll',
          description: 'Wer Artikel hinzugefügt und entfernt hat, und wo das gemeldet wird',
          options: {
            channel: {
              name: 'kanal',
              description:
                'Der Kanal, in dem es von nun an gemeldet wird; ohne ihn wird das Protokoll gezeigt',
            },
          },
        },
      },
    },
    follow: {
      name: 'folgen',
      description: 'Für Moderatoren: neue Artikel zu einem Thema melden',
      options: {
        topic: {
          name: 'thema',
          description: 'Einem Thema folgen',
          options: {
            topic: { name: 'thema', description: 'Ein Ort, eine Person oder eine Sache' },
            role: { name: 'rolle', description: 'Eine Rolle, die erwähnt wird' },
            channel: { name: 'kanal', description: 'Wo neue Artikel gemeldet werden; sonst hier' },
          },
        },
        list: { name: 'liste', description: 'Die Themen, denen gefolgt wird' },
        stop: {
          name: 'beenden',
          description: 'Einem Thema nicht mehr folgen',
          options: {
            topic: { name: 'thema', description: 'Das Thema' },
            channel: { name: 'kanal', description: 'Nur in diesem Kanal' },
          },
        },
      },
    },
    settings: {
      name: 'einstellungen',
      description: 'Für Moderatoren: wo und wie ich auf diesem Server antworte',
    },
    feeds: {
      name: 'feeds',
      description: 'Für Moderatoren: Feeds, die eigene Artikel dieses Servers bringen',
      options: {
        add: {
          name: 'hinzufügen',
          description: 'Einen Feed ansehen und ihm folgen',
          options: { link: { name: 'link', description: 'Die Adresse eines RSS-, Atom- oder JSON-Feeds' } },
        },
        list: { name: 'liste', description: 'Die Feeds dieses Servers, und wie es ihnen geht' },
        stop: {
          name: 'beenden',
          description: 'Einem Feed nicht mehr folgen; seine Artikel bleiben',
          options: { name: { name: 'name', description: 'Sein Titel oder seine Website' } },
        },
      },
    },
    brief: {
      name: 'überblick',
      description: 'Was neu ist: wichtige Ereignisse, gestiegene Zahlen, neue Aussagen, Geplantes',
      options: {
        topic: { name: 'thema', description: 'Ein Ort, eine Person oder ein Ereignis; ohne Thema alles' },
        since: {
          name: 'seit',
          description: 'Von welchem Tag an, etwa: 2022-01-03; sonst die letzten sieben Tage',
        },
      },
    },
    'Find sources': { name: 'Quellen finden' },
    'Who said this?': { name: 'Wer hat das gesagt?' },
  },
}
