/** What is counted that may be more tomorrow. */
export const tolls = {
  /** The names of the classes of words for what befalls those who are counted. */
  growing: new Set([
    ...[
      'die',
      'kill',
      'injure',
      'infect',
      'ill',
      'hospitalise',
      'arrest',
      'displace',
      'evacuate',
      'outbreak',
    ],
    ...['destroy', 'damage', 'deathtoll', 'kidnap', 'rescue', 'drown'],
  ]),
}
