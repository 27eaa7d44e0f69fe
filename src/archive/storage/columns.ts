/** Numbers of one kind, all of them in one piece of memory. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** Columns by name, or by the names of what they belong to. */
export interface ColumnTree {
  readonly [name: string]: Column | ColumnTree
}

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const
type Kind = keyof typeof KINDS

/** Names from the root to a column, its kind, and where its numbers stand behind the list of all columns. */
type Place = readonly [path: readonly string[], kind: Kind, offset: number, length: number]

/** The memory of a column must begin at a multiple of what one of its numbers takes. */
const ALIGNMENT = 8
const aligned = (size: number) => Math.ceil(size / ALIGNMENT) * ALIGNMENT

/** Columns as bytes: the length of the list of them, the list as JSON, then their memory as it is on this machine. */
export function encodeColumns(tree: object): Uint8Array<ArrayBuffer> {
  const columns = [...leaves(tree as ColumnTree)]
  const places: Place[] = []
  let size = 0
  for (const [path, column] of columns) {
    places.push([path, kindOf(column), size, column.length])
    size += aligned(column.byteLength)
  }
  const list = Buffer.from(JSON.stringify(places))
  const start = aligned(4 + list.length)
  const bytes = new Uint8Array(start + size)
  new DataView(bytes.buffer).setUint32(0, list.length, true)
  bytes.set(list, 4)
  for (const [index, [, column]] of columns.entries()) {
    const { buffer, byteOffset, byteLength } = column
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + places[index]![2])
  }
  return bytes
}

/**
 * The columns that were encoded. They are views of these bytes where they lie well in memory, otherwise copies.
 * @throws when the bytes are nothing that was encoded; whether they are just what was, a digest must tell
 */
export function decodeColumns(bytes: Uint8Array): ColumnTree {
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice()
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0, true)
  const places = JSON.parse(Buffer.from(whole.subarray(4, 4 + length)).toString()) as readonly Place[]
  const start = whole.byteOffset + aligned(4 + length)
  const tree: Record<string, Column | ColumnTree> = {}
  for (const [path, kind, offset, count] of places) {
    let branch = tree
    for (const name of path.slice(0, -1)) {
      branch[name] ??= {}
      branch = branch[name] as Record<string, Column | ColumnTree>
    }
    branch[path.at(-1)!] = new KINDS[kind](whole.buffer as ArrayBuffer, start + offset, count)
  }
  return tree
}

function* leaves(tree: ColumnTree, path: readonly string[] = []): Generator<[readonly string[], Column]> {
  for (const [name, value] of Object.entries(tree)) {
    if (isColumn(value)) yield [[...path, name], value]
    else yield* leaves(value, [...path, name])
  }
}

const isColumn = (value: Column | ColumnTree): value is Column => ArrayBuffer.isView(value)

function kindOf(column: Column): Kind {
  // A Buffer is a Uint8Array too.
  const [kind] = Object.entries(KINDS).find(([, type]) => column instanceof type)!
  return kind as Kind
}
