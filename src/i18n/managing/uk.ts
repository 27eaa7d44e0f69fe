import type { english } from './en.js'

export const ukrainian: Readonly<Record<keyof typeof english, string>> = {
  settingsTitle: 'Налаштування цього сервера',
  settingsTabWhere: 'Де',
  settingsTabHow: 'Як',
  settingsWhere: 'Відповіді',
  whereAll: 'в усіх каналах',
  whereOnly: 'лише у вибраних каналах',
  whereNever: 'не у вибраних каналах',
  settingsChannels: 'Вибрані канали',
  settingsMentions: 'Згадки',
  mentionsEverywhere: 'з відповіддю всюди',
  mentionsThreads: 'з відповіддю лише в гілках',
  mentionsNever: 'без відповіді',
  settingsForums: 'Форуми з відповіддю без згадки',
  settingsPrivate: 'Відповіді на команди бачать',
  privateNo: 'усі',
  privateYes: 'лише той, хто запитав',
  settingsLanguage: 'Мова',
  languageOwn: 'мова того, хто запитує',
  settingsLog: 'Канал журналу',
  settingsModerator: 'Роль модераторів',
  settingsNone: 'немає',
  settingsChooseFirst: 'Канал ще не вибрано: доти я відповідаю всюди.',
  settingsForumsNote:
    'В інших місцях команди й далі працюють, і відповідь бачить лише той, хто запитав. На форумах я відповідаю на дописи за їхнім заголовком, якщо в статтях є відповідь: Discord не показує мені тексту допису, якщо в ньому немає згадки про мене.',
  settingsModeratorNote:
    'Хто має цю роль, може те саме, що й модератори, крім цих налаштувань. Щоб команди було видно, дозвольте це в «Налаштування сервера → Інтеграції».',
  settingsReset: 'Скинути',
  settingsResetAsk: 'Повернути все, як було спочатку? Відстежувані теми та стрічки залишаться.',
  settingsLogSet: 'змінює налаштування «{title}».',
  settingsLogReset: 'скидає всі налаштування.',
  closedHere: 'У цьому каналі відповіді не показуються: так налаштували модератори.',
  closedMention:
    'Модератори налаштували так, що я не відповідаю на згадки в {channel}. Мої команди там усе одно працюють; введіть /, щоб побачити їх.',
}
