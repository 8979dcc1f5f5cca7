/** The lanes of the pathway, laid out when the page was built. */
declare module 'virtual:pathway-drawing' {
  const lanes: readonly import('./pathway/lane-drawing.ts').LaneDrawing[]
  export default lanes
}

/** The paths of the test files that name a statement, by its id. */
declare module 'virtual:tests-naming' {
  const tests: Readonly<Record<string, readonly string[]>>
  export default tests
}
