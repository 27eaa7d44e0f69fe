/** Forms of one given name, a line each: transliterations, translations and short forms. */
const GIVEN_NAMES = `
  aleksey alexey alexei aleksei oleksiy oleksii alexej
  aleksandr alexander oleksandr alexandr aleksander aliaksandr alex
  vladimir volodymyr volodimir volodmir uladzimir wladimir
  sergei sergey serhiy serhii siarhei
  nikolai nikolay mykola mikalai
  dmitry dmitri dmitriy dmytro dzmitry
  andrei andrey andriy andrii andrew
  mikhail mykhailo michail michael mike mikheil
  yuri yury iurii yurii yuriy
  viktor victor viktar
  pavel pavlo paul
  petr petro pyotr peter
  ivan john ioann
  denis denys dzianis
  yevgeny evgeny yevhen evgeni eugene
  anatoly anatolii anatoliy
  valery valerii valeriy
  joseph joe josef joseph
  robert bob rob bobby
  william bill will billy
  richard rick dick
  james jim jimmy jamie
  thomas tom tommy
  edward ed ted eddie
  charles charlie chuck
  daniel dan danny
  matthew matt
  anthony tony antony
  steven stephen steve
  christopher chris
  benjamin ben binyamin
  nicholas nick nicolas
  gregory greg
  jeffrey jeff geoffrey
  kenneth ken
  timothy tim
  samuel sam
  elizabeth liz beth
  katherine catherine kate kathy cathy
  margaret maggie meg
  mohammed mohammad muhammad mohamed mohamad
  ahmed ahmad
  kevin kev
  david dave davy
  ronald ron ronnie
  donald don donny
  lawrence larry
  patrick pat paddy
  gerald gerry jerry
  terence terry
  frederick fred freddie
  rebecca becky
  deborah debbie deb
  susan sue
  patricia patty trish
  jacqueline jackie
  pamela pam
  barbara barb
  sandra sandy
  yousef yusuf youssef yussuf
`

/** The whole names of bodies that are as often called by their initials, as folded for names. */
const BODIES = `
  un: united nations
  eu: european union
  us: united states of america, united states
  uk: united kingdom
  nato: north atlantic treaty organization, north atlantic treaty organisation
  osce: organization for security and cooperation in europe, organisation for security and cooperation in europe
  iaea: international atomic energy agency
  imf: international monetary fund
  icrc: international committee of the red cross
  icc: international criminal court
  who: world health organization, world health organisation
  wto: world trade organization, world trade organisation
  fed: federal reserve
  fbi: federal bureau of investigation
  cia: central intelligence agency
`

export const people = {
  /** The initials of a body by its whole name. Lower case. */
  bodies: new Map(
    BODIES.trim()
      .split('\n')
      .flatMap((line) => {
        const [initials = '', names = ''] = line.trim().split(': ')
        return names.split(', ').map((name) => [name, initials] as const)
      }),
  ),
  /** A form of a given name to the form that stands for all of them. Lower case, without diacritics. */
  givenNames: new Map(
    GIVEN_NAMES.trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap((forms) => forms.map((form) => [form, forms[0]!] as const)),
  ),
}
