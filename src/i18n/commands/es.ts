import type { CommandCatalogue } from './texts.js'

export const spanish: CommandCatalogue = {
  private: { name: 'privado', description: 'Solo tú ves la respuesta' },
  commands: {
    when: {
      name: 'cuándo',
      description: 'Cuándo ocurrió u ocurrirá algo, con las frases que lo dicen',
      options: {
        topic: { name: 'tema', description: 'Un lugar, una persona o un suceso, como: geneva talks' },
      },
    },
    'who-said': {
      name: 'quién-dijo',
      description: 'Quién dijo estas palabras y cómo las publicó cada medio',
      options: {
        words: {
          name: 'palabras',
          description: 'Las palabras tal como las recuerdas, como: severe sanctions',
        },
        speaker: { name: 'autor', description: 'Solo lo que dijo esta persona' },
      },
    },
    quotes: {
      name: 'citas',
      description: 'Lo que se informa que dijo una persona, lo más nuevo primero',
      options: {
        speaker: { name: 'autor', description: 'Un nombre o un cargo, como: Lavrov, o: US president' },
        topic: { name: 'tema', description: 'Solo lo que dijo sobre esto' },
      },
    },
    ask: {
      name: 'preguntar',
      description: 'Las frases de los artículos que responden a una pregunta',
      options: {
        question: {
          name: 'pregunta',
          description: 'Una pregunta con palabras sencillas: How many troops are at the border?',
        },
      },
    },
    search: {
      name: 'buscar',
      description: 'Los pasajes que contienen estas palabras',
      options: {
        words: { name: 'palabras', description: 'Qué buscar; "entre comillas", una frase exacta' },
        outlet: { name: 'medio', description: 'Solo artículos de este medio' },
        since: { name: 'desde', description: 'Solo artículos desde este día, como: 2021-12-31' },
        until: { name: 'hasta', description: 'Solo artículos hasta este día, como: 2022-01-10' },
      },
    },
    timeline: {
      name: 'cronología',
      description: 'Lo que pasó y lo que ha de pasar, en orden, con una imagen',
      options: {
        topic: { name: 'tema', description: 'Un lugar, una persona o un suceso; sin tema, todo' },
        from: { name: 'desde', description: 'Solo sucesos desde entonces, como: 2021-12-31, 2021-12 o 2021' },
        to: { name: 'hasta', description: 'Solo sucesos hasta entonces, como: 2022-01-10, 2022-01 o 2022' },
        most: { name: 'máximo', description: 'Cuántos sucesos, los más importantes, como: 20; si no, doce' },
      },
    },
    compare: {
      name: 'comparar',
      description: 'Lo que dice cada medio de un tema, lado a lado: fechas, cifras, palabras',
      options: { topic: { name: 'tema', description: 'Un lugar, una persona o una cosa, como: troops' } },
    },
    sources: {
      name: 'fuentes',
      description: 'Los artículos de donde salen las respuestas',
      options: { outlet: { name: 'medio', description: 'Solo artículos de este medio' } },
    },
    article: {
      name: 'artículo',
      description: 'Lo que contiene un artículo, párrafo por párrafo',
      options: {
        name: { name: 'nombre', description: 'Su título o nombre de archivo, o una parte de ellos' },
      },
    },
    help: { name: 'ayuda', description: 'Qué se puede preguntar y cómo' },
    privacy: { name: 'privacidad', description: 'Qué guardo, por cuánto tiempo y cómo hacer que se borre' },
    status: { name: 'estado', description: 'Cuántos artículos hay, qué edad tienen y cómo está el bot' },
    reload: { name: 'recargar', description: 'Para moderadores: leer los artículos de nuevo' },
    articles: {
      name: 'artículos',
      description: 'Para moderadores: los artículos propios de este servidor',
      options: {
        add: {
          name: 'añadir',
          description: 'Añadir un artículo: con enlace, con archivo, o sin ninguno para pegar texto',
          options: {
            link: { name: 'enlace', description: 'La dirección de la página' },
            file: { name: 'archivo', description: 'Un artículo en .txt, .md, .html o .pdf' },
          },
        },
        edit: {
          name: 'editar',
          description: 'Corregir el título, el medio, la fecha o el enlace de un artículo',
          options: {
            name: { name: 'nombre', description: 'Su título' },
          },
        },
        remove: {
          name: 'quitar',
          description: 'Quitar un artículo',
          options: {
            name: { name: 'nombre', description: 'Su título' },
          },
        },
        list: { name: 'lista', description: 'Los artículos propios de este servidor' },
        log: {
          name: 'registro',
          description: 'Quién añadió y quitó artículos, y dónde se dice',
          options: {
            channel: {
              name: 'canal',
              description: 'El canal donde decirlo desde ahora; sin él, se muestra el registro',
            },
          },
        },
      },
    },
    follow: {
      name: 'seguir',
      description: 'Para moderadores: anunciar artículos nuevos sobre un tema',
      options: {
        topic: {
          name: 'tema',
          description: 'Seguir un tema',
          options: {
            topic: { name: 'tema', description: 'Un lugar, una persona o una cosa' },
            role: { name: 'rol', description: 'Un rol al que avisar' },
            channel: { name: 'canal', description: 'Dónde se anuncian los artículos nuevos; si no, aquí' },
          },
        },
        list: { name: 'lista', description: 'Los temas seguidos' },
        stop: {
          name: 'dejar',
          description: 'Dejar de seguir un tema',
          options: {
            topic: { name: 'tema', description: 'El tema' },
            channel: { name: 'canal', description: 'Solo en este canal' },
          },
        },
      },
    },
    settings: { name: 'ajustes', description: 'Para moderadores: dónde y cómo respondo en este servidor' },
    feeds: {
      name: 'fuentes-web',
      description: 'Para moderadores: fuentes que traen artículos propios de este servidor',
      options: {
        add: {
          name: 'añadir',
          description: 'Mirar una fuente y seguirla',
          options: { link: { name: 'enlace', description: 'La dirección de una fuente RSS, Atom o JSON' } },
        },
        list: { name: 'lista', description: 'Las fuentes de este servidor y cómo van' },
        stop: {
          name: 'parar',
          description: 'Dejar de seguir una fuente; sus artículos se quedan',
          options: { name: { name: 'nombre', description: 'Su título o su sitio' } },
        },
      },
    },
    brief: {
      name: 'resumen',
      description: 'Lo nuevo: sucesos principales, cifras que han aumentado, declaraciones, lo previsto',
      options: {
        topic: { name: 'tema', description: 'Un lugar, una persona o un suceso; sin tema, todo' },
        since: {
          name: 'desde',
          description: 'Desde qué día, por ejemplo: 2022-01-03; si no, los últimos siete días',
        },
      },
    },
    'Find sources': { name: 'Buscar fuentes' },
    'Who said this?': { name: '¿Quién dijo esto?' },
  },
}
