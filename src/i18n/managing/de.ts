import type { english } from './en.js'

export const german: Readonly<Record<keyof typeof english, string>> = {
  settingsTitle: 'Einstellungen dieses Servers',
  settingsTabWhere: 'Wo',
  settingsTabHow: 'Wie',
  settingsWhere: 'Antworten',
  whereAll: 'in allen Kanälen',
  whereOnly: 'nur in gewählten Kanälen',
  whereNever: 'nicht in gewählten Kanälen',
  settingsChannels: 'Gewählte Kanäle',
  settingsMentions: 'Erwähnungen',
  mentionsEverywhere: 'überall beantwortet',
  mentionsThreads: 'nur in Threads beantwortet',
  mentionsNever: 'nicht beantwortet',
  settingsForums: 'Foren, die ohne Erwähnung beantwortet werden',
  settingsPrivate: 'Antworten auf Befehle sehen',
  privateNo: 'alle',
  privateYes: 'nur wer gefragt hat',
  settingsLanguage: 'Sprache',
  languageOwn: 'die der fragenden Person',
  settingsLog: 'Protokollkanal',
  settingsModerator: 'Moderatorenrolle',
  settingsNone: 'keine',
  settingsChooseFirst: 'Noch ist kein Kanal gewählt: Bis dahin antworte ich überall.',
  settingsForumsNote:
    'Anderswo funktionieren Befehle weiter, und nur wer gefragt hat, sieht die Antwort. In den Foren beantworte ich Beiträge nach ihrem Titel, wenn die Artikel eine Antwort haben: Was ein Beitrag sagt, zeigt Discord mir nur, wenn er mich erwähnt.',
  settingsModeratorNote:
    'Wer die Rolle hat, darf, was Moderatoren dürfen, außer diesen Einstellungen. Damit sie die Befehle sehen, gib sie unter Servereinstellungen → Integrationen frei.',
  settingsReset: 'Zurücksetzen',
  settingsResetAsk: 'Alles wieder so einstellen, wie es anfangs war? Verfolgte Themen und Feeds bleiben.',
  settingsLogSet: 'hat die Einstellung „{title}“ geändert.',
  settingsLogReset: 'hat alle Einstellungen zurückgesetzt.',
  closedHere: 'In diesem Kanal werden keine Antworten gezeigt: So haben es die Moderatoren eingestellt.',
  closedMention:
    'Die Moderatoren haben eingestellt, dass ich Erwähnungen in {channel} nicht beantworte. Meine Befehle funktionieren dort trotzdem; tippe /, um sie zu sehen.',
}
