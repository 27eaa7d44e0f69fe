import type { english } from './en.js'

export const french: Readonly<Record<keyof typeof english, string>> = {
  settingsTitle: 'Paramètres de ce serveur',
  settingsTabWhere: 'Où',
  settingsTabHow: 'Comment',
  settingsWhere: 'Réponses',
  whereAll: 'dans tous les salons',
  whereOnly: 'seulement dans les salons choisis',
  whereNever: 'pas dans les salons choisis',
  settingsChannels: 'Salons choisis',
  settingsMentions: 'Mentions',
  mentionsEverywhere: 'réponse partout',
  mentionsThreads: 'réponse dans les fils seulement',
  mentionsNever: 'sans réponse',
  settingsForums: 'Forums avec réponse sans mention',
  settingsPrivate: 'Les réponses aux commandes sont vues par',
  privateNo: 'tout le monde',
  privateYes: 'la personne qui demande seule',
  settingsLanguage: 'Langue',
  languageOwn: 'celle de la personne qui demande',
  settingsLog: 'Salon du journal',
  settingsModerator: 'Rôle des modérateurs',
  settingsNone: 'aucun',
  settingsChooseFirst: 'Aucun salon n’est encore choisi : d’ici là, je réponds partout.',
  settingsForumsNote:
    'Ailleurs, les commandes fonctionnent toujours et seule la personne qui demande voit la réponse. Dans les forums, je réponds aux publications d’après leur titre, quand les articles ont une réponse : Discord ne me montre pas ce que dit une publication si elle ne me mentionne pas.',
  settingsModeratorNote:
    'Qui a ce rôle peut faire ce que peuvent les modérateurs, sauf ces paramètres. Pour que les commandes soient visibles, autorise-le dans Paramètres du serveur → Intégrations.',
  settingsReset: 'Réinitialiser',
  settingsResetAsk: 'Tout remettre comme au début ? Les sujets suivis et les flux restent.',
  settingsLogSet: 'a changé le paramètre « {title} ».',
  settingsLogReset: 'a réinitialisé tous les paramètres.',
  closedHere: 'Les réponses ne sont pas montrées dans ce salon : les modérateurs l’ont réglé ainsi.',
  closedMention:
    'Les modérateurs ont réglé que je ne réponds pas aux mentions dans {channel}. Mes commandes y fonctionnent quand même ; tape / pour les voir.',
}
