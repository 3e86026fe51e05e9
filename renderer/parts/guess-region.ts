/** A region to begin with, by where a computer says it is: one near by that no account has to turn on first. Pure. */

/** The first that fits counts. */
const NEAR: readonly (readonly [zone: RegExp, region: string])[] = [
  [/^Asia\/(Tokyo|Taipei)|^Pacific\/Guam/, 'ap-northeast-1'],
  [/^Asia\/(Seoul|Pyongyang)/, 'ap-northeast-2'],
  [/^Asia\/(Kolkata|Calcutta|Colombo|Dhaka|Kathmandu|Karachi|Thimphu)/, 'ap-south-1'],
  [/^Asia\/(Dubai|Riyadh|Qatar|Bahrain|Kuwait|Muscat|Baghdad|Tehran|Jerusalem|Beirut|Amman|Damascus)/, 'eu-central-1'],
  [/^Asia\//, 'ap-southeast-1'],
  [/^(Australia|Pacific|Antarctica)\//, 'ap-southeast-2'],
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)/, 'eu-west-2'],
  [/^Europe\/(Dublin|Lisbon)|^Atlantic\/|^Africa\//, 'eu-west-1'],
  [/^Europe\/(Paris|Madrid|Monaco|Andorra|Gibraltar)/, 'eu-west-3'],
  [/^Europe\/(Stockholm|Oslo|Copenhagen|Helsinki|Tallinn|Riga|Vilnius|Mariehamn)|^Arctic\//, 'eu-north-1'],
  [/^Europe\//, 'eu-central-1'],
  [
    /^America\/(Sao_Paulo|Argentina|Buenos_Aires|Santiago|Montevideo|Asuncion|La_Paz|Lima|Bahia|Fortaleza|Recife|Manaus)/,
    'sa-east-1',
  ],
  [/^America\/(Toronto|Montreal|Winnipeg|Halifax|St_Johns|Regina|Edmonton)/, 'ca-central-1'],
  [/^America\/(Los_Angeles|Vancouver|Tijuana|Phoenix|Denver|Boise|Anchorage)/, 'us-west-2'],
];

export const guessRegion = (timeZone: string): string => NEAR.find(([zone]) => zone.test(timeZone))?.[1] ?? 'us-east-1';
