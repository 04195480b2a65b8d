// The form of bottleneck that needs no Redis, which the throttling plugin uses too; its types are those of the whole.
declare module 'bottleneck/light.js' {
  import Bottleneck from 'bottleneck'
  export default Bottleneck
}
