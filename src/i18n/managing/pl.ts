import type { english } from './en.js'

export const polish: Readonly<Record<keyof typeof english, string>> = {
  settingsTitle: 'Ustawienia tego serwera',
  settingsTabWhere: 'Gdzie',
  settingsTabHow: 'Jak',
  settingsWhere: 'Odpowiedzi',
  whereAll: 'na wszystkich kanałach',
  whereOnly: 'tylko na wybranych kanałach',
  whereNever: 'nie na wybranych kanałach',
  settingsChannels: 'Wybrane kanały',
  settingsMentions: 'Wzmianki',
  mentionsEverywhere: 'odpowiedź wszędzie',
  mentionsThreads: 'odpowiedź tylko w wątkach',
  mentionsNever: 'bez odpowiedzi',
  settingsForums: 'Fora z odpowiedzią bez wzmianki',
  settingsPrivate: 'Odpowiedzi na polecenia widzą',
  privateNo: 'wszyscy',
  privateYes: 'tylko osoba pytająca',
  settingsLanguage: 'Język',
  languageOwn: 'język osoby pytającej',
  settingsLog: 'Kanał dziennika',
  settingsModerator: 'Rola moderatorów',
  settingsNone: 'brak',
  settingsChooseFirst: 'Nie wybrano jeszcze kanału: do tego czasu odpowiadam wszędzie.',
  settingsForumsNote:
    'Gdzie indziej polecenia nadal działają, a odpowiedź widzi tylko osoba pytająca. Na forach odpowiadam na posty według tytułu, gdy artykuły mają odpowiedź: Discord nie pokazuje mi treści posta, jeśli o mnie nie wspomina.',
  settingsModeratorNote:
    'Kto ma tę rolę, może to co moderatorzy, poza tymi ustawieniami. Aby widział polecenia, zezwól na to w Ustawieniach serwera → Integracje.',
  settingsReset: 'Przywróć',
  settingsResetAsk: 'Przywrócić wszystko do stanu początkowego? Śledzone tematy i kanały RSS pozostaną.',
  settingsLogSet: 'zmienia ustawienie „{title}”.',
  settingsLogReset: 'przywraca wszystkie ustawienia początkowe.',
  closedHere: 'Na tym kanale odpowiedzi nie są pokazywane: tak ustawili moderatorzy.',
  closedMention:
    'Moderatorzy ustawili, że nie odpowiadam na wzmianki na {channel}. Moje polecenia mimo to tam działają; wpisz /, aby je zobaczyć.',
}
