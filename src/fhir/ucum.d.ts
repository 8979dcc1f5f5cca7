declare module '@lhncbc/ucum-lhc' {
  interface Conversion {
    readonly status: 'succeeded' | 'failed' | 'error' | 'invalid'
    readonly toVal: number | null
  }
  interface Utils {
    convertUnitTo: (
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number | null; readonly charge?: number | null },
    ) => Conversion
  }
  const ucum: { readonly UcumLhcUtils: { readonly getInstance: () => Utils } }
  export default ucum
}
