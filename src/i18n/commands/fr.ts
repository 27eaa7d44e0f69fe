import type { CommandCatalogue } from './texts.js'

export const french: CommandCatalogue = {
  private: { name: 'privé', description: 'Vous seul voyez la réponse' },
  commands: {
    when: {
      name: 'quand',
      description: 'Quand une chose a eu lieu ou doit avoir lieu, avec les phrases qui le disent',
      options: {
        topic: { name: 'sujet', description: 'Un lieu, une personne ou un événement, comme : geneva talks' },
      },
    },
    'who-said': {
      name: 'qui-a-dit',
      description: 'Qui a dit ces mots, et comment chaque média les a rapportés',
      options: {
        words: {
          name: 'mots',
          description: 'Les mots tels que vous vous en souvenez, comme : severe sanctions',
        },
        speaker: { name: 'auteur', description: 'Seulement ce que cette personne a dit' },
      },
    },
    quotes: {
      name: 'citations',
      description: 'Ce qu’une personne aurait dit, du plus récent au plus ancien',
      options: {
        speaker: { name: 'auteur', description: 'Un nom ou une fonction, comme : Lavrov, ou : US president' },
        topic: { name: 'sujet', description: 'Seulement ce qui a été dit à ce sujet' },
      },
    },
    ask: {
      name: 'demander',
      description: 'Les phrases des articles qui répondent à une question',
      options: {
        question: {
          name: 'question',
          description: 'Une question en mots simples : How many troops are at the border?',
        },
      },
    },
    search: {
      name: 'chercher',
      description: 'Les passages qui contiennent ces mots',
      options: {
        words: {
          name: 'mots',
          description: 'Les mots à chercher ; "entre guillemets", une expression exacte',
        },
        outlet: { name: 'média', description: 'Seulement les articles de ce média' },
        since: {
          name: 'depuis',
          description: 'Seulement les articles à partir de ce jour, comme : 2021-12-31',
        },
        until: { name: 'jusque', description: 'Seulement les articles jusqu’à ce jour, comme : 2022-01-10' },
      },
    },
    timeline: {
      name: 'chronologie',
      description: 'Ce qui s’est passé et ce qui doit se passer, dans l’ordre, avec une image',
      options: {
        topic: { name: 'sujet', description: 'Un lieu, une personne ou un événement ; sans sujet, tout' },
        from: {
          name: 'depuis',
          description: 'Seulement à partir de là, comme : 2021-12-31, 2021-12 ou 2021',
        },
        to: { name: 'jusque', description: 'Seulement jusque-là, comme : 2022-01-10, 2022-01 ou 2022' },
        most: {
          name: 'nombre',
          description: 'Combien d’événements, les plus importants, comme : 20 ; sinon douze',
        },
      },
    },
    compare: {
      name: 'comparer',
      description: 'Ce que chaque média dit d’un sujet, côte à côte : dates, chiffres, mots',
      options: {
        topic: { name: 'sujet', description: 'Un lieu, une personne ou une chose, comme : troops' },
      },
    },
    sources: {
      name: 'sources',
      description: 'Les articles d’où viennent les réponses',
      options: { outlet: { name: 'média', description: 'Seulement les articles de ce média' } },
    },
    article: {
      name: 'article',
      description: 'Ce que contient un article, paragraphe par paragraphe',
      options: {
        name: { name: 'nom', description: 'Son titre ou son nom de fichier, ou une partie de l’un d’eux' },
      },
    },
    help: { name: 'aide', description: 'Ce qu’on peut demander, et comment' },
    privacy: {
      name: 'confidentialité',
      description: 'Ce que je garde, combien de temps, et comment le faire supprimer',
    },
    status: { name: 'état', description: 'Combien il y a d’articles, leur âge, et comment va le bot' },
    reload: { name: 'recharger', description: 'Pour les modérateurs : relire les articles' },
    articles: {
      name: 'articles',
      description: 'Pour les modérateurs : les articles propres à ce serveur',
      options: {
        add: {
          name: 'ajouter',
          description: 'Ajouter un article : par lien, par fichier, ou sans rien pour coller un texte',
          options: {
            link: { name: 'lien', description: 'L’adresse de la page' },
            file: { name: 'fichier', description: 'Un article en .txt, .md, .html ou .pdf' },
          },
        },
        edit: {
          name: 'modifier',
          description: 'Corriger le titre, le média, la date ou le lien d’un article',
          options: {
            name: { name: 'nom', description: 'Son titre' },
          },
        },
        remove: {
          name: 'retirer',
          description: 'Retirer un article',
          options: {
            name: { name: 'nom', description: 'Son titre' },
          },
        },
        list: { name: 'liste', description: 'Les articles propres à ce serveur' },
        log: {
          name: 'journal',
          description: 'Qui a ajouté et retiré des articles, et où on le dit',
          options: {
            channel: {
              name: 'salon',
              description: 'Le salon où le dire désormais ; sans lui, le journal est montré',
            },
          },
        },
      },
    },
    follow: {
      name: 'suivre',
      description: 'Pour les modérateurs : annoncer les nouveaux articles sur un sujet',
      options: {
        topic: {
          name: 'sujet',
          description: 'Suivre un sujet',
          options: {
            topic: { name: 'sujet', description: 'Un lieu, une personne ou une chose' },
            role: { name: 'rôle', description: 'Un rôle à notifier' },
            channel: { name: 'salon', description: 'Où annoncer les nouveaux articles ; sinon ici' },
          },
        },
        list: { name: 'liste', description: 'Les sujets suivis' },
        stop: {
          name: 'cesser',
          description: 'Ne plus suivre un sujet',
          options: {
            topic: { name: 'sujet', description: 'Le sujet' },
            channel: { name: 'salon', description: 'Seulement dans ce salon' },
          },
        },
      },
    },
    settings: {
      name: 'paramètres',
      description: 'Pour les modérateurs : où et comment je réponds sur ce serveur',
    },
    feeds: {
      name: 'flux',
      description: 'Pour les modérateurs : des flux qui apportent des articles propres à ce serveur',
      options: {
        add: {
          name: 'ajouter',
          description: 'Regarder un flux et le suivre',
          options: { link: { name: 'lien', description: 'L’adresse d’un flux RSS, Atom ou JSON' } },
        },
        list: { name: 'liste', description: 'Les flux de ce serveur et où ils en sont' },
        stop: {
          name: 'arrêter',
          description: 'Ne plus suivre un flux ; ses articles restent',
          options: { name: { name: 'nom', description: 'Son titre ou son site' } },
        },
      },
    },
    brief: {
      name: 'résumé',
      description: 'Ce qui est nouveau : événements, chiffres en hausse, déclarations, ce qui est prévu',
      options: {
        topic: { name: 'sujet', description: 'Un lieu, une personne ou un événement ; sans sujet, tout' },
        since: {
          name: 'depuis',
          description: 'Depuis quel jour, par exemple : 2022-01-03 ; sinon les sept derniers jours',
        },
      },
    },
    'Find sources': { name: 'Trouver des sources' },
    'Who said this?': { name: 'Qui a dit cela ?' },
  },
}
