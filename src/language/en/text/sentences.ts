import type { SentenceData } from '../../language.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

export const sentences: SentenceData = {
  titlesBeforeNames: words(`
    mr mrs ms mx dr prof rev fr sr hon gen lt col maj capt cpt cmdr adm sgt cpl pvt brig gov sen rep pres
    amb sec supt insp det msgr st ste mt ft vs no nos fig vol pp art ca cf approx e.g i.e viz al messrs mme mlle
    lt.gen maj.gen brig.gen lt.col lt.gov atty asst assoc dep`),
  abbreviations: words(`
    inc corp co ltd llc plc bros dept est etc jr a.m p.m u.s u.k u.n e.u u.s.a u.s.s.r d.c l.a n.y ph.d m.d b.a m.a
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex va vt wash wis wyo ave blvd rd u.s.c`),
  beforeFigures: words('may'),
  sentenceStarters: words(`
    the a an he she it they we i you this that these those there here his her its their our my your who what
    when where why how but and or yet so if in on at by for from with as after before while although though since
    because however meanwhile some many most all one two both each another other such no not now then also still
    once despite during under over about according among officials experts critics`),
}
