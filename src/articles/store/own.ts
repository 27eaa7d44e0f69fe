/** Stands before the ids of a server's own articles, which that server alone ever sees. */
export const OWN = 'own'

/** The id, in the archive, of a server's own article by the name of its file. */
export const ownId = (name: string) => `${OWN}//${name}`

/** Whether an id is that of a server's own article: no path of a file has an empty part. */
export const isOwn = (id: string) => id.startsWith(`${OWN}//`)
