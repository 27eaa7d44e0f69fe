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
  yousef yusuf youssef yussuf
`

export const people = {
  /** A form of a given name to the form that stands for all of them. Lower case, without diacritics. */
  givenNames: new Map(
    GIVEN_NAMES.trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap((forms) => forms.map((form) => [form, forms[0]!] as const)),
  ),
}
