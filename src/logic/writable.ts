/** A value that is still being put together: its parts are written one by one, and those that are missing left out. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] }
