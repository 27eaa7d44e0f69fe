/** Articles that lie in a folder. */
export { isRejection, parseArticle } from './parse.js'
export {
  type ArticleFolder,
  bodyPrint,
  fingerprint,
  inOrder,
  readArticles,
  readFolders,
  readNamed,
  type TextFile,
  withoutDuplicates,
} from './read.js'
