/** Words that do not help to find a question. "No", "not", "my" and "who" are included: they are everywhere. */
export const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words(`der die das den dem des ein eine einen einem einer eines und oder aber wenn als dann dass ob ist sind war waren
    bin bist wird werden wurde wurden geworden hab habe hast hat haben hatte hatten gehabt ich mich mir mein meine meinen
    meinem meiner meines wir uns unser unsere unseren unserem unserer du dich dir dein deine er ihn ihm sie ihr ihnen es man
    hier da dort von vom für in im ins auf an am bei beim mit durch aus nach zu zum zur um über unter zwischen nicht auch
    noch schon nur so sehr ganz kann kannst können könnte darf dürfen soll sollen sollte muss müssen musste mag möchte will
    willst wollen wollte was warum wie wann wieso weshalb hilfe hallo bitte danke frage weiß wissen tun tue tut getan mache
    macht machen gemacht gehe geht gehen ging bekomme bekommt bekommen jetzt mal doch eben gerade wieder immer etwas jemand
    alles denn weil während sagt sagen steht stehen kommt kommen kam plötzlich einfach eigentlich irgendwie ja nein okay
    halt ding sache sich dies diese dieser dieses diesem diesen lassen lass lässt brauche braucht`),
  en: words(`a an the this that these those it its is are was were be been being am do does did doing done have has had
    having i me my mine we us our you your he she him her they them their his of to in on at by for from with about into
    as and or but if then than so just only also too very can could will would shall should may might must not no nor
    what when  why how    there here please help hi hello hey thanks thank you question tell know get
    got gets getting want wants need needs like im ive id dont doesnt didnt cant cannot wont isnt arent whats hows s t
    ve re ll d m up out any some every again still even now today because since while all say says said keep keeps
    going go goes come comes make makes made thing things something anything way ok okay lol ugh wtf omg really
    actually suddenly though anyone someone somebody use used using uses thought let lets`),
  nl: words(`de het een en of maar als dan dat dit die deze is zijn was waren ben bent wordt worden werd geworden heb hebt
    heeft hebben had gehad ik me mij mijn we wij ons onze je jij jou jouw jullie u uw hij zij ze hem haar hun er hier
    daar van voor in op aan bij met door uit naar te tot om over onder tegen tussen niet geen wel ook nog al alleen zo
    heel erg kan kun kunnen kon konden zal zullen zou zouden mag mogen moet moeten moest moesten wil willen wilde wat
      waarom hoe wanneer   hoezo help hoi hallo hey graag alsjeblieft alstublieft aub svp dank bedankt
    vraag weet weten doe doen doet gedaan ga gaan gaat ging krijg krijgt krijgen kreeg gekregen nu toch eens even
    weer steeds nog iets iemand niets alles want omdat terwijl zegt zeg zeggen staat staan komt komen kom maakt maken
    gemaakt opeens ineens zomaar ding dingen ofzo enzo dus ja nee ff n t s m k zn mn goed zet eens vertel beetje gewoon echt hele dus hoor`),
};

function words(text: string): ReadonlySet<string> {
  return new Set(
    text
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .split(/\s+/),
  );
}
