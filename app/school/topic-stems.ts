import type { BuiltInTopic } from './topic.ts'

/**
 * Words by which a topic is known, Dutch and English. `lees*` is how a word begins, `*lezen` how it ends, `*spell*`
 * what stands anywhere in it; without a star it is the whole word; several words with a space stand beside each other.
 */
export const TOPIC_STEMS: Readonly<Record<BuiltInTopic, string>> = {
  behaviour:
    'gedrag* *gedrag gedragsprobleem* boos boze boosheid driftig* driftbui* woedeaanval* agressi* slaat slaan schopp* schelden scheldt ' +
    'schreeuw* brutaal brutale opstandig* weiger* luistert luisteren storend* stoort storen ruzie* vecht* vechten grensoverschrijdend* ' +
    'prikkel* overprikkel* druk drukke drukte onrustig* onrust adhd odd emotieregulatie impuls* weglopen wegloopt ' +
    'behaviour* behavior* misbehav* angry anger tantrum* aggress* hitting kicking shouting disrupt* defian* restless outburst*',
  'class-climate':
    'sfeer rust rustig rustige plein pauze groepssfeer klassenklimaat groepsvorming pest* *pesten gepest buitenslui* buitengesloten groepsdynamiek sociogram ' +
    'kanjer* vreedzame weerbaar* vriendschap* sociaal* sociale veiligheid groepsproces* respect ' +
    'climate bully* bullied excluded exclusion friendship* belonging wellbeing atmosphere respectful',
  instruction:
    'edi instructie* *instructie lesdoel* lesstof uitleg uitleggen wisbordje* begreep begrepen snapt snappen nakijken directe-instructie voordoen modelen modell* denktijd ' +
    'beurt beurten beurtstokje* controle-van-begrip differentia* differentier* niveaugroep* klassenmanagement lesopbouw ' +
    'instruction* explicit whiteboard* explaining modelling modeling differentiat* pacing',
  'independent-work':
    'zelfstandig* weektaak* weektaken dagtaak* dagtaken takenkaart planbord werkhouding taakgericht* concentr* doorwerk* ' +
    'uitgestelde stoplicht taakaanpak plannen eigenaarschap executieve ' +
    'independent* concentrat* self-regulat* ownership on-task executive planner',
  cooperation:
    'samenwerk* coöperatie* cooperatie* werkvormen tweetal* maatje* groepswerk groepjes projectwerk overleggen ' +
    'cooperat* collaborat* teamwork pairs pair-work groupwork',
  reading:
    'lezen lees* *lezen gelezen technischlezen leest leesmotivatie dyslex* boek* boeken bieb* bibliotheek avi dmt letterkennis ' +
    'letters begrijpend* vloeiend* voorlees* stillezen ' +
    'read reads reading reader* dyslexi* books library phonics fluen* comprehension letters',
  language:
    'taal* spell* *spelling woordenschat* dictee* werkwoord* schrijfles* schrijfopdracht* stelopdracht* stellen verhalen grammatica ontleden ' +
    'woorden zinnen mondeling* spreekbeurt* ' +
    'language spelling vocabulary writing grammar dictation* verb* sentence* composition*',
  maths:
    'rekenen reken* *rekenen gerekend tafels tafel som sommen breuk* getal* vermenigvuld* delen deelsom* automatiser* meetkunde ' +
    'klokkijken cijferend staartdel* procent* verhaaltjessom* redactiesom* getallenlijn splitsen dyscalcul* ' +
    'math maths mathematic* arithmetic sums fraction* multiplicat* division tables number-line numeracy',
  'young-child':
    'kleuter* peuter* speel* spelend spelen spelhoek* hoeken huishoek bouwhoek kring beredeneerd* zindelijk* groep-1 groep-1/2 groep-2 ' +
    'onderbouw jonge-kind kleuterklas* vve ' +
    'preschool* kindergarten toddler* play-based early-years young-child* infants circle-time',
  gifted:
    'hoogbegaafd* meerbegaafd* snel-klaar eerder-klaar al-klaar klaar-als al-leest voorsprong* begaafd* plusklas* plusgroep* verrijk* verdiep* compact* slimme meerkunner* uitdaging* onderpresteer* onderpresteren ' +
    'snelle-leerlingen levelwerk ' +
    'gifted* enrich* challenge* underachiev* high-ability compacting',
  'support-needs':
    'ondersteuning* zorg zorgleerling* zorgkind* arrangement* samenwerkingsverband opp ontwikkelingsperspectief* eigen-leerlijn leerlijn ' +
    'autis* ass tos angst angstig* faalangst* handelingsplan* hulpplan jeugdhulp diagnose thuiszitter* verzuim trauma* ' +
    'support-needs special-needs autis* anxi* send accommodat* individual-plan trauma* diagnos*',
  newcomers:
    'nt2 nieuwkomer* geen-nederlands weinig-nederlands anderstalig* meertalig* thuistaal taalklas schakelklas vluchteling* statushouder* azc oekra* ' +
    'newcomer* no-english no-dutch multilingual* refugee* migrant* esl eal home-language',
  'motor-skills':
    'motoriek* motorisch* bewegen beweg* gym* gymles* gymzaal pengreep potloodgreep schrijfmotoriek handschrift* fijne-motoriek ' +
    'schoenveters knippen evenwicht fysiotherap* ' +
    'motor motor-skill* movement handwriting pencil-grip gym physical-education balance',
  parents:
    'ouder ouders oudergesprek* ouderavond* oudercontact* *oudergesprek* moeder* vader* verzorger* thuis driehoek* startgesprek* ' +
    'rapportgesprek* tienminutengesprek* 10-minutengesprek* kindgesprek* gesprek gesprekken scheiding ouderapp ' +
    'parent* mother* father* carer* guardian* home-visit* meeting-with-parents divorce*',
  assessment:
    'toets* *toets *toetsen cito iep dia leerlingvolg* lvs rapport rapporten rapportcijfer* portfolio* observer* observatie* ' +
    'formatief* feedback schooladvies doorstroomtoets groepsplan* groepsoverzicht* ' +
    'test tests testing assess* report reports portfolio* formative tracking progress observation*',
  digital:
    'digita* computer* laptop* chromebook* tablet* ipad* digibord* scherm* schermtijd mediawijs* programmeren telefoon* mobiel* app apps ' +
    'ai chatgpt online internet software inloggen ' +
    'digital* computer* laptop* device* screen* coding smartphone* media-literacy password*',
  'video-coaching':
    'beeldcoach* videocoach* video-interactie* svib sivb filmen gefilmd filmpje opnemen opname* beeldbegeleid* ' +
    'video-coach* video-interaction filming filmed recording*',
  'new-colleague':
    'starter startende starters zij-instrom* zijinstrom* inwerken ingewerkt werkdruk werkplezier stagiair* lio nieuw-op-school ' +
    'invaller* duobaan duopartner groepsoverdracht balans ' +
    'newly-qualified induction starting-teacher* workload trainee* mentor* handover job-share',
}
