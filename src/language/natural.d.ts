// `natural` carries types for its index files only; the single stemmer loads in under a millisecond.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
