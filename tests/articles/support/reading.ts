/** A program that reads a file, named by its second argument, with a reader that is named by its first. */
import { draftOf } from '../../../src/articles/isolated/isolated.js'

const [entry, fileName] = process.argv.slice(2) as [string, string]
await draftOf({ bytes: Buffer.from('x'), fileName }, { entry })
