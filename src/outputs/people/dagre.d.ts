/** The part of dagre that is used: its own types do not resolve under Node's module rules. */
declare module '@dagrejs/dagre' {
  interface Size {
    readonly width: number
    readonly height: number
  }
  interface Point {
    readonly x: number
    readonly y: number
  }
  interface EdgeLabel {
    readonly width?: number
    readonly height?: number
    readonly labelpos?: 'l' | 'c' | 'r'
    readonly weight?: number
    readonly minlen?: number
  }
  interface Graph {
    readonly setGraph: (label: {
      readonly rankdir: 'TB' | 'LR'
      readonly nodesep: number
      readonly ranksep: number
      readonly edgesep: number
      readonly marginx: number
      readonly marginy: number
      readonly ranker?: 'network-simplex' | 'tight-tree' | 'longest-path'
    }) => void
    readonly setNode: (id: string, size: Size) => void
    readonly setEdge: (from: string, to: string, label: EdgeLabel, name: string) => void
    readonly graph: () => Size
    readonly node: (id: string) => Point
    readonly edge: (of: {
      readonly v: string
      readonly w: string
      readonly name: string
    }) => Point & {
      readonly points: readonly Point[]
    }
  }
  const dagre: {
    readonly graphlib: { readonly Graph: new (options: { readonly multigraph: true }) => Graph }
    readonly layout: (graph: Graph) => void
  }
  export default dagre
}
