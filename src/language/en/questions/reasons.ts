/** How sentences give reasons: words that begin a reason, with how surely what follows is one, 0 to 1. */
export const reasonWords = {
  /** Whatever follows them is a reason. */
  sure: /\b(?:because(?: of)?|due (?:largely |mainly |partly |in part )?to|owing to|as a result of|in order to|so that|thanks to|on (?:the )?grounds?(?: of| that)?|in protest (?:at|against|over|of)|in retaliation for|in revenge for|in response to|for fear (?:of|that)|out of (?:concern|fear|respect|anger)|so as (?:not )?to|on suspicion of|on charges of|on allegations of|for lack of|stemm(?:ed|ing) from|attributed to|blamed on|prompted by|triggered by|caused by|sparked by|provoked by|fuelled by|fueled by|driven by)\b/gi,
  /** They mostly give one. */
  likely:
    /\b(?:amid|citing|blaming|accusing|accused of|arguing(?: that)?|claiming(?: that)?|complaining(?: that)?|fearing|angered by|outraged by|alarmed by|worried (?:that|about)|concerned (?:that|about)|fears? (?:of|that)|concerns? (?:that|about|over)|anger (?:at|over)|for (?:not )?\p{L}{2,}ing|over (?:his|her|its|their|the|a|an|alleged|allegations|accusations|claims|concerns|fears|what)|for (?:his|her|its|their|alleged) (?:role|part|failure|handling|involvement))\b/giu,
  /** What follows in time is often the reason. */
  loose: /\b(?:after|following|in the wake of|saying(?: that)?|since|as|when)\b/gi,
  /** They tell where something is known from: "citing two officials". */
  sources:
    /^(?:citing|claiming|saying) (?:\p{L}+ ){0,3}(?:sources?|officials?|people|persons?|reports?|documents|records|statements?|aides?|diplomats?|testimony|media|agency|interview)\b/iu,
  /** Behind the loose words these tell but when: "since 2008", "after midnight", "as president". */
  times:
    /^(?:since|after|following|as) (?:the )?(?:(?:early|late|last|next|mid-?) ?)?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|then|midnight|noon|world war|well|part|much|many|soon|early|expected|saying|of)\b/i,
  /** "Became the first to sail": what follows their noun tells which, not what for. */
  becoming: new Set([
    'become',
    'becomes',
    'became',
    'becoming',
    'is',
    'are',
    'was',
    'were',
    'be',
    'been',
    'has',
    'have',
    'had',
  ]),
  /** How surely each begins a reason; what is sure is printed as the answer. Set by hand. */
  fit: { sure: 1, likely: 0.7, loose: 0.4, purpose: 0.5 },
} as const
