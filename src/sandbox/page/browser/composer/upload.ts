/** A file as the server takes it. */
export interface Upload {
  name: string
  /** Base64. */
  data: string
}

export function readUpload(file: File): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = String(reader.result)
      resolve({ name: file.name, data: url.slice(url.indexOf(',') + 1) })
    }
    reader.onerror = () => reject(new Error(`The file ${file.name} cannot be read.`))
    reader.readAsDataURL(file)
  })
}
