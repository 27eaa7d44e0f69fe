import type { english } from './en.js'

export const russian: Readonly<Record<keyof typeof english, string>> = {
  settingsTitle: 'Настройки этого сервера',
  settingsTabWhere: 'Где',
  settingsTabHow: 'Как',
  settingsWhere: 'Ответы',
  whereAll: 'во всех каналах',
  whereOnly: 'только в выбранных каналах',
  whereNever: 'не в выбранных каналах',
  settingsChannels: 'Выбранные каналы',
  settingsMentions: 'Упоминания',
  mentionsEverywhere: 'с ответом везде',
  mentionsThreads: 'с ответом только в ветках',
  mentionsNever: 'без ответа',
  settingsForums: 'Форумы с ответом без упоминания',
  settingsPrivate: 'Ответы на команды видят',
  privateNo: 'все',
  privateYes: 'только тот, кто спросил',
  settingsLanguage: 'Язык',
  languageOwn: 'язык того, кто спрашивает',
  settingsLog: 'Канал журнала',
  settingsModerator: 'Роль модераторов',
  settingsNone: 'нет',
  settingsChooseFirst: 'Канал ещё не выбран: до тех пор я отвечаю везде.',
  settingsForumsNote:
    'В других местах команды по-прежнему работают, и ответ видит только тот, кто спросил. На форумах я отвечаю на публикации по их заголовку, если в статьях есть ответ: Discord не показывает мне текст публикации, если в ней нет упоминания меня.',
  settingsModeratorNote:
    'У кого есть эта роль, тот может то же, что и модераторы, кроме этих настроек. Чтобы команды были видны, разрешите это в «Настройки сервера → Интеграции».',
  settingsReset: 'Сбросить',
  settingsResetAsk: 'Вернуть всё, как было вначале? Отслеживаемые темы и ленты останутся.',
  settingsLogSet: 'меняет настройку «{title}».',
  settingsLogReset: 'сбрасывает все настройки.',
  closedHere: 'В этом канале ответы не показываются: так настроили модераторы.',
  closedMention:
    'Модераторы настроили так, что я не отвечаю на упоминания в {channel}. Мои команды там всё равно работают; введите /, чтобы увидеть их.',
}
