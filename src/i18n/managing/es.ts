import type { english } from './en.js'

export const spanish: Readonly<Record<keyof typeof english, string>> = {
  settingsTitle: 'Ajustes de este servidor',
  settingsTabWhere: 'Dónde',
  settingsTabHow: 'Cómo',
  settingsWhere: 'Respuestas',
  whereAll: 'en todos los canales',
  whereOnly: 'solo en los canales elegidos',
  whereNever: 'no en los canales elegidos',
  settingsChannels: 'Canales elegidos',
  settingsMentions: 'Menciones',
  mentionsEverywhere: 'respondidas en todas partes',
  mentionsThreads: 'respondidas solo en hilos',
  mentionsNever: 'no respondidas',
  settingsForums: 'Foros respondidos sin mención',
  settingsPrivate: 'Las respuestas a comandos las ve',
  privateNo: 'todo el mundo',
  privateYes: 'solo quien preguntó',
  settingsLanguage: 'Idioma',
  languageOwn: 'el de quien pregunta',
  settingsLog: 'Canal de registro',
  settingsModerator: 'Rol de moderadores',
  settingsNone: 'ninguno',
  settingsChooseFirst: 'Aún no hay ningún canal elegido: hasta entonces respondo en todas partes.',
  settingsForumsNote:
    'En otros sitios los comandos siguen funcionando y solo quien preguntó ve la respuesta. En los foros respondo a las publicaciones por su título cuando los artículos tienen una respuesta: Discord no me muestra lo que dice una publicación si no me menciona.',
  settingsModeratorNote:
    'Quien tiene el rol puede hacer lo que los moderadores, salvo estos ajustes. Para que vea los comandos, dale permiso en Ajustes del servidor → Integraciones.',
  settingsReset: 'Restablecer',
  settingsResetAsk:
    '¿Volver a dejar todo como estaba al principio? Los temas seguidos y las fuentes web se quedan.',
  settingsLogSet: 'cambió el ajuste «{title}».',
  settingsLogReset: 'restableció todos los ajustes.',
  closedHere: 'En este canal no se muestran respuestas: así lo han ajustado los moderadores.',
  closedMention:
    'Los moderadores han ajustado que no responda a menciones en {channel}. Mis comandos funcionan allí igualmente; escribe / para verlos.',
}
