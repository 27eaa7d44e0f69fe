/**
 * The port between the engines that find units of text and what the project ranks them by. A unit is a passage, a
 * quotation or the mention of an event; its terms lie in fields. The units of one article are a group: they have
 * consecutive ids, in the order of the text. It is asynchronous, for an engine may be a database in another process.
 */
export interface Retriever<F extends string> {
  /** N, lengths and document frequencies, over all that is asked together: the shared units and a server's own. */
  statistics(terms: readonly string[]): Promise<Statistics<F>>
  /** The units that hold any of the terms, the best by the engine's own score first. */
  candidates(query: CandidateQuery<F>): Promise<Candidates>
  /** What units hold of a query in some fields, by default in all; those that there are not are left out. */
  units<G extends F = F>(
    ids: readonly UnitId[],
    terms: readonly QueryTerm[],
    fields?: readonly G[],
  ): Promise<Holdings<G>>
  /** The same of whole articles: of all units of a group together. */
  groups(ids: readonly GroupId[], terms: readonly QueryTerm[]): Promise<Holdings<F>>
  /** Known terms within so many edits, over all that is asked together. */
  similarTerms(term: string, edits: number): Promise<readonly SimilarTerm[]>
}

export type UnitId = number
export type GroupId = number

/** A term with those that count for it: what a unit holds of them is summed before it is saturated. */
export interface QueryTerm {
  readonly weight: number
  /** How much an occurrence of each term counts, 0 to 1. */
  readonly terms: ReadonlyMap<string, number>
}

export interface Statistics<F extends string> {
  readonly units: number
  readonly groups: number
  /** The terms of all units in each field. */
  readonly lengths: Readonly<Record<F, number>>
  /** Of each term that was asked for. */
  readonly frequencies: ReadonlyMap<string, Frequency>
}

/** How many units hold a term in a field of their own, and in how many groups any field holds it. */
export interface Frequency {
  readonly units: number
  readonly groups: number
}

export interface CandidateQuery<F extends string> {
  readonly terms: readonly QueryTerm[]
  /** By which lengths are normalised: those of all that is asked together. */
  readonly statistics: Statistics<F>
  readonly filter: UnitFilter
  readonly limit: number
}

export interface UnitFilter {
  /** Terms that a unit must hold in a field of its own, all of them. */
  readonly holding?: readonly string[]
  /** Whether units of a group are wanted. */
  readonly inGroup?: ((group: GroupId) => boolean) | null
  readonly accepts?: ((unit: UnitId) => boolean) | null
}

export interface Candidates {
  readonly best: readonly Candidate[]
  /** How many units there are without the limit. */
  readonly total: number
}

export interface Candidate {
  readonly id: UnitId
  readonly group: GroupId
  /** Its place among the candidates in the order of the articles, where ids do not tell it. */
  readonly order?: number
}

/** What units, or groups, hold of a query, one row each: a thousand objects would take longer than to rank them. */
export interface Holdings<F extends string> {
  /** Those that there are, in the order in which they were asked for. */
  readonly ids: readonly number[]
  /** Of each row its group. */
  readonly groups: readonly GroupId[]
  /** Of each row its length in a field, in terms. */
  readonly lengths: Readonly<Record<F, ArrayLike<number>>>
  /** Row by row the occurrences of each term of the query in a field, each counted for its share. */
  readonly counts: Readonly<Record<F, ArrayLike<number>>>
}

export interface SimilarTerm {
  readonly term: string
  readonly edits: number
  /** How many units hold it. */
  readonly frequency: number
}
