"""The words that head the columns of address books and people's own lists, in fifteen languages.

One block a language, one line a concept, phrases between commas. Case, accents, spaces and signs do not matter. What
each concept means stands in `header_words`; "+work", "+home", "+other" are words beside a concept, "+" ones that add
nothing.
"""

from __future__ import annotations

from typing import Final

ENGLISH: Final = """
name: full name, display name, complete name, person, contact, contact name, name and surname, participant, attendee,
  speaker, member, first and last name
bare name: name
file as: file as
given: first name, given name, forename, christian name, first, fname, given, given names
family: last name, family name, surname, last, lname, family
additional: middle name, middle names, additional name, additional names, middle initial, second name, middle
prefix: name prefix, prefix, honorific, honorific prefix, salutation, academic title, form of address, courtesy title
suffix: suffix, name suffix, generational suffix, honorific suffix, credentials, post nominals, degree, degrees
title: title
nickname: nickname, nick, preferred name, known as, alias, goes by
phonetic: phonetic name, phonetic, pronunciation, name pronunciation, yomi name, yomi, phonetic first name, given yomi,
  given name yomi, phonetic given name, phonetic middle name, additional name yomi, phonetic last name, surname yomi,
  family name yomi, phonetic family name
pronouns: pronouns, preferred pronouns
email: email, mail, email address, mail address, emails, mails, primary email, secondary email, contact email,
  primary email address, secondary email address, email addresses, alternate email, electronic mail
phone: phone, telephone, tel, phone number, telephone number, tel no, phone no, phones, landline, phone numbers
mobile: mobile, mobile phone, cell, cell phone, mobile number, cell number, mobile phone number, mobile tel, handphone
fax: fax, fax number, facsimile
pager: pager, pager number
car phone: car phone
main phone: primary phone, main phone
company phone: company main phone
callback: callback
radio phone: radio phone
organisation: company, company name, organisation, organization, organisation name, organization name, org, employer,
  institution, institute, university, affiliation, affiliations, school, workplace, firm, current company, works at,
  current employer, company organization, business name, company or institution, institution name, home institution,
  work
role: job title, position, role, job, function, organization title, organisation title, designation, job role,
  current position, current role, current title, title role, position title, job position
occupation: occupation, profession
unit: department, dept, organization department, division, unit, faculty, team, section, research group, lab,
  laboratory, working group
page: website, web page, url, homepage, personal web page, link, links, web, page, profile, profile url, pages, blog,
  business home page, website home page, website blog, website profile, web site url, web address, personal website,
  site, personal site, website url
linkedin: linkedin, linkedin url, linkedin profile, linkedin link, linkedin profile url, profile linkedin
orcid: orcid, orcid id, orcid number
x: twitter, twitter handle, twitter x, x twitter, twitter url, twitter profile, twitter username, x handle
github: github, github username, github profile, github url, github handle
scholar: google scholar, scholar, google scholar profile, google scholar id, scholar id
researchgate: researchgate, researchgate profile
mastodon: mastodon, mastodon handle, fediverse
bluesky: bluesky, bluesky handle, bsky
topics: topics, topic, keywords, keyword, interests, interest, research interests, research interest, research area,
  research areas, research topics, research topic, expertise, area of expertise, areas of expertise, field, fields,
  field of research, research field, skills, specialty, specialities, subjects
groups: groups, group, categories, category, labels, label, tags, tag, lists, list, group membership, circles, circle
place: location, place, based in, where, lives in, city and country, city country, residence
town: city, town, locality, address city
country: country, country region, nation, address country
region: state, province, region, state province, county, state or province, state region
postcode: postal code, zip, zip code, postcode, zip postal code, post code
street: street, street address, address line, address street, street name
pobox: po box, address po box, post office box, postal box
extended: extended address
address: address, address formatted, full address, mailing address, postal address, addresses, formatted address
time zone: time zone, tz, timezone
languages: language, languages, spoken languages, speaks
birthday: birthday, birth date, date of birth, dob, born, born on, birthdate
birth year: birth year, year of birth, born in
birth month: birth month, month of birth
birth day: birth day, day of birth
note: notes, note, comments, comment, remarks, remark, description, bio, biography, about, memo, my notes
met on: met on, date met, met date, first met, first met on, when met, when we met, connected on, met when, date of
  meeting, known since, day met, date we met, first contact, first contacted
met how: met at, how we met, met how, how met, where met, where we met, met where, met through, how i know them,
  how do we know each other, how we know each other, how do i know them, event met, where did we meet, met via
last touch: last mail, last email, last contact, last contacted, last contact date, last contacted on, last in touch,
  last spoke, last interaction, last message, last talked to, last touch, last conversation, last met, last call,
  last contacted at, last spoken, last talked, last communication, last activity, last seen, last reached out
rhythm: keep in touch, keep in touch every, stay in touch, frequency, contact frequency, cadence, check in every,
  rhythm, stay in touch every, keep in touch frequency, keep in touch every days, reminder frequency, how often,
  contact every, check in frequency, touch frequency, follow up frequency, reach out every
uid: uid
in notes: office location, organization location
left out: id, uuid, guid, created, created at, created on, creation date, date created, updated, updated at, modified,
  modified at, last modified, last updated, last modified date, created date, modified date, timestamp, time stamp,
  photo, photo url, picture, image, avatar, photo link, avatar url, picture url, email display name, sensitivity,
  priority, private, internet free busy, directory server, initials, gender, sex, row, row number, no, nr, index,
  serial number, s no, sl no, etag, revision, is favorite, favorite, starred
type: label, type, kind
value: value
+work: business, work, office, professional, company
+home: home, private, personal
+other: other
+: address
"""

GERMAN: Final = """
name: vollständiger name, vor und nachname, vorname und nachname, anzeigename, person, ganzer name, kontakt,
  name vorname
bare name: name
given: vorname, vornamen, rufname
family: nachname, familienname, zuname
additional: weitere vornamen, zweiter vorname, zweitname, mittelname
prefix: anrede, akademischer titel, akad titel, namenspräfix, titel anrede
suffix: suffix, namenszusatz, namenssuffix
title: titel
nickname: spitzname, rufname kurz
phonetic: aussprache, lautschrift, name phonetisch
pronouns: pronomen
email: e-mail, mail, e-mail-adresse, mailadresse, primäre e-mail-adresse, sekundäre e-mail-adresse, e-mails,
  weitere e-mail-adresse, zweite e-mail-adresse, emailadressen, elektronische post
phone: telefon, tel, telefonnummer, telefonnr, tel nr, rufnummer, festnetz, telefonnummern, fon
mobile: mobiltelefon, handy, mobil, handynummer, mobilnummer, handynr, mobil tel nr, mobilfunk, mobil tel, natel
fax: fax, faxnummer, fax nr, telefax
pager: pager, pager nummer
car phone: autotelefon
main phone: haupttelefon
company phone: telefon firma, telefon zentrale
callback: rückmeldung
organisation: firma, organisation, unternehmen, institution, institut, universität, arbeitgeber, einrichtung,
  hochschule, uni, zugehörigkeit, affiliation, arbeitsort firma, schule, firmenname, arbeitsplatz, betrieb
role: position, rolle, funktion, stelle, berufsbezeichnung, jobtitel, tätigkeit, stellenbezeichnung, arbeitstitel, amt
occupation: beruf
unit: abteilung, arbeitsgruppe, fachbereich, lehrstuhl, fakultät, ag, team, forschungsgruppe, bereich
page: webseite, website, homepage, internetseite, internet, link, links, internetadresse, url, www, web
topics: themen, thema, schlagwörter, stichwörter, schlagworte, stichworte, interessen, forschungsinteressen,
  forschungsgebiet, forschungsgebiete, forschungsthemen, forschungsthema, fachgebiet, fachgebiete, schwerpunkte,
  forschungsschwerpunkte, forschungsschwerpunkt, expertise
groups: gruppen, gruppe, kategorien, kategorie, verteiler, etiketten, listen, markierungen
place: wohnort, standort, sitz, wo, dienstort, lebt in
town: stadt, ort, gemeinde
country: land, land region, staat
region: bundesland, kanton, bundesland kanton, region, provinz
postcode: postleitzahl, plz
street: straße, straße und hausnummer, str, hausnummer, straße nr
pobox: postfach
address: adresse, anschrift, postanschrift, postadresse, wohnadresse
time zone: zeitzone
languages: sprache, sprachen
birthday: geburtstag, geburtsdatum, geboren am, geboren, geb datum, geb am
birth year: geburtsjahr
birth month: geburtsmonat
birth day: tag der geburt
note: notizen, notiz, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, kommentare, beschreibung, hinweise
met on: kennengelernt am, getroffen am, erstes treffen, bekannt seit, kennengelernt, datum des kennenlernens,
  erstkontakt
met how: kennengelernt bei, kennengelernt wo, wo kennengelernt, kennengelernt auf, wie kennengelernt, getroffen bei,
  woher bekannt, kennengelernt durch, woher
last touch: letzter kontakt, zuletzt gesprochen, letzte mail, letzte nachricht, letztes gespräch, zuletzt kontaktiert,
  letzter kontakt am, letzte e-mail, zuletzt getroffen
rhythm: rhythmus, turnus, kontakthäufigkeit, kontakt alle, häufigkeit, in kontakt bleiben, melden alle, wie oft
in notes: büro
left out: lfd nr, nr, nummer, erstellt, erstellt am, geändert, geändert am, zuletzt geändert, foto, bild, geschlecht,
  initialen, priorität, privat, vertraulichkeit, verzeichnisserver, internet frei gebucht, e-mail angezeigter name,
  datensatz, zeitstempel, e-mail typ
type: typ, art, bezeichnung
value: wert
+work: geschäftlich, dienstlich, beruflich, arbeit, büro, firma
+home: privat, zuhause, zu hause, privates
+other: weitere, weiterer, weiteres, weiteres r, weiteres e, sonstige, sonstiges, andere, anderes
+: adresse
"""

FRENCH: Final = """
name: nom complet, nom à afficher, nom et prénom, prénom et nom, nom prénom, prénom nom, contact, personne
bare name: nom
given: prénom, prénoms
family: nom de famille, nom famille
additional: deuxième prénom, autres prénoms, second prénom
prefix: civilité, titre de civilité, préfixe
suffix: suffixe
title: titre
nickname: surnom, pseudonyme, pseudo
phonetic: prononciation, nom phonétique
pronouns: pronoms
email: adresse de messagerie, adresse e-mail, courriel, mail, e-mail, adresse de courrier, adresse électronique,
  adresse électronique principale, adresse électronique secondaire, adresse mail, adresse courriel, mél, messagerie
phone: téléphone, tél, numéro de téléphone, n de téléphone, téléphone fixe, fixe
mobile: tél mobile, mobile, portable, téléphone mobile, téléphone portable, gsm, cellulaire, tél portable
fax: télécopie, fax, télécopieur
pager: récepteur de radiomessagerie, pager, radiomessagerie
car phone: téléphone voiture
main phone: téléphone principal
company phone: téléphone société
callback: rappel
radio phone: radio téléphone
organisation: société, entreprise, organisation, établissement, université, institution, employeur, organisme,
  affiliation, école, nom de la société, institut, laboratoire société
role: fonction, poste, emploi, intitulé du poste, rôle, titre du poste
occupation: profession, métier
unit: service, département, équipe, unité, laboratoire, labo, faculté
page: page web, site web, site internet, site, lien, liens, page personnelle, adresse web
topics: mots clés, thèmes, sujets, centres d'intérêt, intérêts, thématiques, intérêts de recherche, domaines,
  thèmes de recherche, domaine de recherche, domaines de recherche, spécialité
groups: catégories, catégorie, groupes, groupe, étiquettes, libellés, listes
place: lieu, emplacement, localisation, basé à
town: ville, commune
country: pays, pays région
region: dép région, département région, région, province, état, pays état, canton
postcode: code postal, cp
street: rue, n et rue
pobox: b p, boîte postale
address: adresse, adresse postale, adresse complète, adresse privée, adresse professionnelle
time zone: fuseau horaire
languages: langue, langues, langues parlées
birthday: anniversaire, date de naissance, né le, née le, naissance
birth year: année de naissance
birth month: mois de naissance
birth day: jour de naissance
month: mois
day: jour
note: notes, remarques, commentaires, commentaire, note, observations, remarque
met on: rencontré le, date de rencontre, première rencontre, connu depuis
met how: rencontré à, lieu de rencontre, comment rencontré, rencontré via, où rencontré, rencontre
last touch: dernier contact, dernier échange, dernier message, dernier mail, date du dernier contact, dernier courriel
rhythm: fréquence, rythme, fréquence de contact, garder contact, rester en contact
in notes: bureau
left out: identifiant, créé le, modifié le, date de création, date de modification, photo, image, sexe, genre,
  initiales, priorité, privé, critère de diffusion, serveur d'annuaire, disponibilité internet, numéro, n,
  nom complet de l'adresse de messagerie, nom complet de l'adresse de courrier, type de messagerie, type de courrier
type: type, libellé
+work: bureau, professionnel, professionnelle, travail, pro
+home: domicile, personnel, personnelle, privé, privée, perso, maison
+other: autre
+: adresse
"""

SPANISH: Final = """
name: nombre completo, nombre y apellidos, nombre para mostrar, nombre a mostrar, apellidos y nombre, persona, contacto
bare name: nombre
given: primer nombre, nombre de pila
family: apellidos, apellido, primer apellido
additional: segundo nombre
prefix: tratamiento, prefijo
suffix: sufijo
title: título
nickname: apodo, alias, sobrenombre
phonetic: pronunciación
pronouns: pronombres
email: dirección de correo electrónico, correo electrónico, correo, email, e-mail, dirección de correo, mail,
  correo electrónico principal, correo electrónico secundario, dirección del correo electrónico
phone: teléfono, tel, número de teléfono, teléfono fijo, telf, tfno
mobile: móvil, teléfono móvil, celular, teléfono celular, número de móvil
fax: fax, número de fax
pager: localizador, buscapersonas
car phone: teléfono del automóvil
main phone: teléfono principal
company phone: número de centralita de la organización
callback: devolución de llamada
home phone: particular, particular 2
organisation: organización, empresa, compañía, institución, universidad, afiliación, centro, instituto, entidad
role: puesto, cargo, función, rol, posición
occupation: profesión, ocupación
unit: departamento, facultad, grupo de investigación, unidad, laboratorio, equipo
page: página web, sitio web, web, enlace, página personal, enlaces
topics: palabras clave, temas, intereses, intereses de investigación, líneas de investigación, áreas de interés,
  área de investigación, especialidad
groups: categorías, categoría, grupos, grupo, etiquetas, listas
place: ubicación, lugar, localización, residencia
town: ciudad, localidad, población
country: país, país o región, país región
region: provincia, estado, provincia o estado, comunidad autónoma
postcode: código postal, cp
street: calle, domicilio calle
pobox: apartado postal, buzón de correos
address: dirección, domicilio, dirección postal
time zone: zona horaria, huso horario
languages: idioma, idiomas
birthday: cumpleaños, fecha de nacimiento, nacimiento
birth year: año de nacimiento
birth month: mes de nacimiento
birth day: día de nacimiento
month: mes
day: día
note: notas, nota, comentarios, comentario, observaciones, descripción, anotaciones
met on: fecha de encuentro, conocido el, primer encuentro, conocidos el
met how: dónde nos conocimos, cómo nos conocimos, conocido en, lugar de encuentro
last touch: último contacto, último mensaje, último correo, última conversación, fecha del último contacto
rhythm: frecuencia, frecuencia de contacto, mantener contacto, contactar cada
left out: identificador, creado, creado el, modificado el, fecha de creación, foto, imagen, sexo, género, iniciales,
  prioridad, privado, confidencialidad, carácter, servidor de directorio, número, núm
type: tipo, etiqueta
value: valor
+work: del trabajo, de trabajo, trabajo, oficina, laboral, profesional, de la empresa
+home: del domicilio, domicilio, particular, personal, casa, privado
+other: otro, otra
+: dirección
"""

ITALIAN: Final = """
name: nome completo, nome e cognome, cognome e nome, nome visualizzato, nominativo, persona, contatto
bare name: nome
given: nome di battesimo
family: cognome
additional: secondo nome
prefix: titolo onorifico, appellativo, prefisso
suffix: suffisso, titolo straniero
title: titolo
nickname: soprannome
phonetic: pronuncia
pronouns: pronomi
email: indirizzo posta elettronica, indirizzo di posta elettronica, posta elettronica, email, e-mail, mail,
  indirizzo email, email primaria, email secondaria, indirizzo e-mail, posta el
phone: telefono, tel, numero di telefono, n telefono, telefono fisso
mobile: cellulare, telefono cellulare, numero cellulare, numero di cellulare, cell, mobile
fax: fax, numero fax, numero di fax
pager: cercapersone
car phone: telefono auto
main phone: telefono principale
company phone: telefono principale società
callback: richiamata automatica
radio phone: radiotelefono
work phone: ufficio, ufficio 2
home phone: abitazione, abitazione 2
organisation: società, azienda, organizzazione, ditta, ente, università, istituzione, affiliazione, datore di lavoro,
  istituto, impresa
role: posizione, qualifica, ruolo, funzione, incarico, mansione
occupation: professione
unit: reparto, dipartimento, facoltà, gruppo di ricerca, laboratorio, unità
page: pagina web, sito web, sito, sito internet, link, pagina personale
topics: parole chiave, argomenti, interessi, temi, interessi di ricerca, aree di ricerca, area di ricerca
groups: categorie, categoria, gruppi, gruppo, etichette, elenchi
place: luogo, posizione geografica, località, sede, residenza
town: città, comune, città di residenza
country: paese, paese area geografica, nazione, stato estero
region: provincia, regione, provincia o stato, stato provincia
postcode: cap, codice postale
street: via, indirizzo via
pobox: casella postale
address: indirizzo, indirizzo postale, indirizzo completo, indirizzo di casa
time zone: fuso orario
languages: lingua, lingue
birthday: compleanno, data di nascita, nascita
birth year: anno di nascita
birth month: mese di nascita
birth day: giorno di nascita
note: note, nota, commenti, commento, osservazioni, annotazioni, descrizione
met on: incontrato il, data incontro, conosciuto il, primo incontro
met how: dove ci siamo conosciuti, come ci siamo conosciuti, conosciuto a, luogo incontro
last touch: ultimo contatto, ultimo messaggio, ultima mail, ultima email, data ultimo contatto
rhythm: frequenza, frequenza di contatto, restare in contatto
left out: identificativo, creato il, modificato il, data di creazione, foto, immagine, sesso, genere, iniziali,
  priorità, privato, riservatezza, server di directory, disponibilità internet, nome visualizzato posta elettronica,
  tipo posta elettronica, numero
type: tipo, etichetta
value: valore
+work: uff, ufficio, lavoro, di lavoro, aziendale, professionale
+home: ab, abitazione, casa, privato, personale, di casa
+other: altro, altra
+: indirizzo
"""

PORTUGUESE: Final = """
name: nome completo, nome e apelido, nome para exibição, nome de exibição, pessoa, contato, contacto
bare name: nome
given: primeiro nome, nome próprio
family: sobrenome, último nome, nome de família, apelidos
additional: segundo nome, nome do meio
family or nickname: apelido
prefix: tratamento, prefixo
suffix: sufixo
title: título
nickname: alcunha
phonetic: pronúncia
pronouns: pronomes
email: endereço de e-mail, endereço de correio eletrónico, endereço de correio electrónico, e-mail, email,
  correio eletrónico, correio eletrônico, endereço de email, endereço eletrônico, e-mail principal, email secundário
phone: telefone, tel, número de telefone, telefone fixo
mobile: telemóvel, celular, telefone celular, número de celular, telefone móvel
fax: fax, número de fax
pager: pager
car phone: telefone do carro, telefone do automóvel
main phone: telefone principal
company phone: telefone principal da empresa
callback: retorno de chamada
organisation: empresa, organização, companhia, instituição, universidade, afiliação, filiação, entidade, instituto
role: cargo, função, posição, papel
occupation: profissão, ocupação
unit: departamento, faculdade, grupo de pesquisa, grupo de investigação, laboratório, unidade, setor
page: página da web, página web, site, sítio web, website, ligação, link, página pessoal
topics: palavras chave, temas, tópicos, interesses, interesses de pesquisa, interesses de investigação, áreas
groups: categorias, categoria, grupos, grupo, etiquetas, marcadores, listas
place: local, localização, lugar, localidade
town: cidade
country: país, país região
region: estado, província, distrito, região, estado ou província
postcode: código postal, cep
street: rua, endereço rua, logradouro
pobox: caixa postal, apartado
address: endereço, morada, endereço completo, endereço postal
time zone: fuso horário
languages: idioma, idiomas, língua, línguas
birthday: aniversário, data de nascimento, data de aniversário, nascimento
birth year: ano de nascimento
birth month: mês de nascimento
birth day: dia de nascimento
note: anotações, notas, observações, comentários, comentário, observação, descrição
met on: conhecido em data, data do encontro, primeiro encontro
met how: onde nos conhecemos, como nos conhecemos, conhecido em, local do encontro
last touch: último contato, último contacto, última mensagem, último e-mail, última conversa
rhythm: frequência, frequência de contato, frequência de contacto, manter contato, manter contacto
left out: identificador, criado em, modificado em, data de criação, foto, imagem, sexo, gênero, género, iniciais,
  prioridade, particular, confidencialidade, sensibilidade, servidor de diretório, número, nome para exibição do email
type: tipo, etiqueta, rótulo
value: valor
+work: comercial, do trabalho, trabalho, da empresa, do escritório, profissional, do endereço comercial
+home: residencial, da residência, pessoal, casa, de casa, do endereço residencial, particular, de residência
+other: outro, outra
+: endereço
"""

DUTCH: Final = """
name: volledige naam, weergavenaam, voor- en achternaam, persoon, contactpersoon, contact
bare name: naam
given: voornaam, roepnaam
family: achternaam, familienaam
additional: middelste naam, tweede naam, tussenvoegsel
prefix: aanhef, voorvoegsel, aanspreektitel
suffix: achtervoegsel
title: titel
nickname: bijnaam
phonetic: uitspraak
pronouns: voornaamwoorden
email: e-mailadres, e-mail, email, mail, mailadres, primair e-mailadres, secundair e-mailadres
phone: telefoon, tel, telefoonnummer, vaste telefoon
mobile: mobiele telefoon, mobiel, mobiel nummer, gsm, mobiele nummer
fax: fax, faxnummer
pager: pager, semafoon
car phone: autotelefoon
main phone: hoofdtelefoon
company phone: hoofdtelefoon bedrijf
callback: terugbellen
radio phone: radiotelefoon
organisation: bedrijf, organisatie, instelling, universiteit, werkgever, bedrijfsnaam, instituut, affiliatie, firma
role: functie, rol, positie, functietitel, functienaam
occupation: beroep
unit: afdeling, onderzoeksgroep, faculteit, vakgroep, team
page: webpagina, website, homepage, webadres, site
topics: trefwoorden, onderwerpen, interesses, onderzoeksinteresses, thema's, vakgebied, onderzoeksgebied
groups: categorieën, categorie, groepen, groep, labels, lijsten
place: locatie, woonplaats, vestiging, standplaats
town: plaats, stad, gemeente
country: land, land regio
region: provincie, staat, regio
postcode: postcode
street: straat, straat en huisnummer, adres straat
pobox: postbusnummer, postbus
address: adres, volledig adres, postadres
time zone: tijdzone
languages: taal, talen
birthday: verjaardag, geboortedatum, geboren
birth year: geboortejaar
birth month: geboortemaand
birth day: geboortedag
note: notities, notitie, opmerkingen, opmerking, aantekeningen, commentaar, beschrijving
met on: ontmoet op, datum ontmoeting, eerste ontmoeting
met how: waar ontmoet, hoe ontmoet, ontmoet bij, ontmoet via
last touch: laatste contact, laatst gesproken, laatste bericht, laatste e-mail, laatste mail
rhythm: frequentie, contactfrequentie, contact houden
left out: aangemaakt op, gewijzigd op, foto, afbeelding, geslacht, initialen, voorletters, prioriteit, privé,
  gevoeligheid, adreslijstserver, internet beschikbaarheidsinfo, e-mailtype, weergavenaam voor e-mail, nummer,
  e-mail weergegeven naam
type: type, soort
value: waarde
+work: op werk, werkadres, werk, zakelijk, kantoor, bedrijf
+home: thuis, huisadres, privé, thuisadres
+other: ander adres, anders, andere, ander, overig
"""

POLISH: Final = """
name: imię i nazwisko, nazwisko i imię, pełna nazwa, wyświetlana nazwa, nazwa wyświetlana, osoba, kontakt
given: imię
family: nazwisko
additional: drugie imię
prefix: forma grzecznościowa, zwrot grzecznościowy, tytuł naukowy, prefiks
suffix: sufiks
title: tytuł
nickname: pseudonim, przezwisko, nick
phonetic: wymowa
pronouns: zaimki
email: adres e-mail, e-mail, email, adres email, poczta elektroniczna, adres poczty elektronicznej, mail,
  podstawowy adres e-mail, dodatkowy adres e-mail
phone: telefon, tel, numer telefonu, nr telefonu, nr tel, telefon stacjonarny
mobile: telefon komórkowy, komórka, tel komórkowy, kom, numer komórki
fax: faks, fax, numer faksu
pager: pager
car phone: telefon w samochodzie
main phone: telefon podstawowy, telefon główny
company phone: telefon główny do firmy, główny telefon firmy
callback: oddzwanianie
organisation: firma, organizacja, instytucja, uczelnia, uniwersytet, afiliacja, pracodawca, przedsiębiorstwo, instytut
role: stanowisko, rola, funkcja, pozycja
occupation: zawód
unit: dział, wydział, zakład, katedra, departament, jednostka, zespół, laboratorium
page: strona sieci web, strona www, strona internetowa, strona, www, witryna, link
topics: słowa kluczowe, tematy, zainteresowania, zainteresowania naukowe, temat, obszar badań, obszary badań
groups: kategorie, kategoria, grupy, grupa, etykiety, listy
place: lokalizacja, miejsce, miejsce zamieszkania, położenie
town: miasto, miejscowość
country: kraj, kraj region, państwo
region: województwo, region
postcode: kod pocztowy
street: ulica
pobox: skrytka pocztowa
address: adres, pełny adres, adres pocztowy
time zone: strefa czasowa
languages: język, języki
birthday: urodziny, data urodzenia, dzień urodzin
birth year: rok urodzenia
birth month: miesiąc urodzenia
birth day: dzień urodzenia
note: notatki, uwagi, notatka, komentarz, komentarze, opis
met on: data poznania, poznani, poznałem, poznanie
met how: gdzie się poznaliśmy, jak się poznaliśmy, poznani na, miejsce poznania
last touch: ostatni kontakt, ostatnia rozmowa, ostatnia wiadomość, ostatni mail
rhythm: częstotliwość, częstotliwość kontaktu, kontakt co
left out: identyfikator, utworzono, zmodyfikowano, data utworzenia, zdjęcie, obraz, płeć, inicjały, priorytet,
  prywatne, czułość, poufność, serwer katalogowy, lp, numer, nr
type: typ, rodzaj, etykieta
value: wartość
+work: adres służbowy, służbowy, służbowa, służbowe, do pracy, praca, w pracy, firmowy
+home: adres domowy, domowy, domowe, prywatny, prywatne, dom, do domu
+other: inny adres, inny, inna, inne
+: adres
"""

SWEDISH: Final = """
name: fullständigt namn, visningsnamn, för- och efternamn, person, kontakt
bare name: namn
given: förnamn, tilltalsnamn
family: efternamn
additional: mellannamn, andranamn
prefix: tilltal, prefix, hälsning
suffix: suffix
title: titel
nickname: smeknamn
phonetic: uttal
pronouns: pronomen
email: e-postadress, e-post, epost, mejl, mejladress, mail, primär e-postadress, sekundär e-postadress
phone: telefon, tel, telefonnummer, telefonnr
mobile: mobiltelefon, mobil, mobilnummer, mobilnr
fax: fax, faxnummer
pager: personsökare
car phone: biltelefon
main phone: primär telefon, huvudtelefon
company phone: företagets växel, växel
callback: återuppringning
radio phone: radiotelefon
organisation: företag, organisation, arbetsgivare, universitet, lärosäte, institution företag, högskola, bolag
role: befattning, roll, funktion, tjänst, arbetstitel
occupation: yrke
unit: avdelning, institution, fakultet, forskargrupp, enhet
page: webbsida, webbplats, hemsida, webbadress, länk
topics: nyckelord, ämnen, ämne, intressen, forskningsintressen, forskningsområde, forskningsområden
groups: kategorier, kategori, grupper, grupp, etiketter, listor
place: plats, bostadsort, bor i
town: ort, stad, postort
country: land, land region
region: delstat, län, region, delstat provins, landskap
postcode: postnummer, postnr
street: gata, gatuadress
pobox: postbox, box
address: adress, postadress
time zone: tidszon
languages: språk
birthday: födelsedag, födelsedatum, född
birth year: födelseår
birth month: födelsemånad
birth day: födelsedagens dag
note: anteckningar, anteckning, kommentar, kommentarer, anmärkning, anmärkningar, beskrivning
met on: träffades, träffades den, första mötet, träffad
met how: var vi träffades, hur vi träffades, träffades på, träffad på
last touch: senaste kontakt, senast kontaktad, senaste mejl, senaste samtal
rhythm: frekvens, kontaktfrekvens, hålla kontakt, hålla kontakten
left out: skapad, ändrad, foto, bild, kön, initialer, prioritet, privat, känslighet, katalogserver, nummer
type: typ, etikett
value: värde
+work: arbete, arbetet, jobb, jobbet, kontor, företag
+home: hem, bostad, privat, hemmet
+other: annan, annat, övrig, övrigt, andra
"""

DANISH: Final = """
name: fulde navn, vist navn, for- og efternavn, person, kontakt, kontaktperson
bare name: navn
given: fornavn
family: efternavn
additional: mellemnavn
prefix: tiltaleform, tiltale, præfiks
suffix: suffiks
title: titel
nickname: kaldenavn, kælenavn, øgenavn
phonetic: udtale
pronouns: stedord, pronominer
email: e-mail-adresse, e-mailadresse, e-mail, mail, mailadresse, primær e-mail, sekundær e-mail
phone: telefon, tlf, telefonnummer, tlf nr, fastnettelefon
mobile: mobiltelefon, mobil, mobilnummer, mobiltlf
fax: fax, faxnummer, telefax
pager: personsøger
car phone: biltelefon
main phone: primær telefon, hovedtelefon
company phone: firmaets hovednummer, firmatelefon
callback: tilbagekald
radio phone: radiotelefon
organisation: firma, organisation, virksomhed, universitet, arbejdsgiver, institution, arbejdssted, firmanavn
role: stilling, rolle, funktion, stillingsbetegnelse
occupation: erhverv, profession
unit: afdeling, institut, fakultet, forskningsgruppe, enhed
page: webside, websted, hjemmeside, webadresse
topics: nøgleord, emner, emne, interesser, forskningsinteresser, forskningsområde, forskningsområder
groups: kategorier, kategori, grupper, gruppe, etiketter, lister
place: placering, sted, bopæl, bor i
town: by
country: land, land område
region: område, region, stat, amt
postcode: postnummer, postnr
street: gade, vej, gadenavn
pobox: postboks
address: adresse, postadresse
time zone: tidszone
languages: sprog
birthday: fødselsdag, fødselsdato, født
birth year: fødselsår
birth month: fødselsmåned
note: noter, note, bemærkninger, bemærkning, kommentarer, kommentar, beskrivelse
met on: mødt den, mødt, første møde
met how: hvor vi mødtes, hvordan vi mødtes, mødt til, mødt på
last touch: seneste kontakt, sidste kontakt, sidste mail, sidst talt sammen
rhythm: hyppighed, frekvens, kontakthyppighed, hold kontakt
left out: oprettet, ændret, foto, billede, køn, initialer, prioritet, privat, følsomhed, katalogserver, nummer
type: type, etiket
value: værdi
+work: arbejde, arbejds, kontor, firma
+home: privat, hjem, hjemme
+other: anden, andet, andre, øvrig
"""

NORWEGIAN: Final = """
name: fullt navn, visningsnavn, for- og etternavn, person, kontakt, kontaktperson
bare name: navn
given: fornavn
family: etternavn
additional: mellomnavn
prefix: tiltaleform, tiltale
suffix: suffiks
title: tittel
nickname: kallenavn
phonetic: uttale
pronouns: pronomen
email: e-postadresse, e-post, epost, mail, primær e-postadresse, sekundær e-postadresse
phone: telefon, tlf, telefonnummer
mobile: mobiltelefon, mobil, mobilnummer
fax: faks, telefaks, faksnummer
pager: personsøker
main phone: hovedtelefon, primærtelefon
company phone: sentralbord, firmatelefon
callback: tilbakeringing
organisation: firma, organisasjon, bedrift, universitet, arbeidsgiver, institusjon, arbeidssted, selskap
role: stilling, rolle, funksjon, stillingstittel
occupation: yrke
unit: avdeling, institutt, fakultet, forskningsgruppe, enhet
page: webside, nettside, nettsted, hjemmeside
topics: nøkkelord, emner, emne, interesser, forskningsinteresser, forskningsområde
groups: kategorier, kategori, grupper, gruppe, etiketter, lister
place: sted, plassering, bosted
town: poststed, by
country: land, land region
region: fylke, region, delstat
postcode: postnummer, postnr
street: gate, gateadresse, vei
address: adresse, postadresse
time zone: tidssone
languages: språk
birthday: fødselsdag, fødselsdato, bursdag, født
birth year: fødselsår
birth month: fødselsmåned
note: notater, notat, merknader, merknad, kommentarer, kommentar, beskrivelse
met on: møtt, første møte, møttes
met how: hvor vi møttes, hvordan vi møttes, møtt på
last touch: siste kontakt, sist kontaktet, siste e-post
rhythm: hyppighet, frekvens, kontakthyppighet, holde kontakten
left out: opprettet, endret, foto, bilde, kjønn, initialer, prioritet, privat, følsomhet, nummer
type: type, etikett
value: verdi
+work: arbeid, jobb, kontor, firma
+home: privat, hjem, hjemme
+other: annen, annet, andre
"""

CZECH: Final = """
name: jméno a příjmení, příjmení a jméno, celé jméno, zobrazované jméno, osoba, kontakt
bare name: jméno
given: křestní jméno
family: příjmení
additional: další jméno, prostřední jméno, druhé jméno
prefix: oslovení, titul před jménem, předpona
suffix: titul za jménem, přípona, za příjmením
title: titul
nickname: přezdívka
phonetic: výslovnost
pronouns: zájmena
email: e-mailová adresa, e-mail, email, mail, adresa e-mailu, elektronická adresa
phone: telefon, tel, telefonní číslo, číslo telefonu, pevná linka
mobile: mobilní telefon, mobil, mobilní číslo, číslo mobilu
fax: fax, číslo faxu
pager: operátor, pager
car phone: telefon do auta
main phone: primární telefon
company phone: telefon společnosti
callback: zpětné volání
radio phone: radiotelefon
organisation: společnost, firma, organizace, instituce, univerzita, afiliace, zaměstnavatel, ústav, škola
role: funkce, pozice, role, pracovní pozice
occupation: profese, povolání
unit: oddělení, katedra, fakulta, výzkumná skupina, laboratoř, tým
page: webová stránka, web, www stránka, webové stránky, stránky, odkaz
topics: klíčová slova, klíč slova, témata, zájmy, výzkumné zájmy, téma, oblast výzkumu
groups: kategorie, skupiny, skupina, štítky, seznamy
place: umístění, místo, bydliště, sídlo
town: město, obec
country: země, země oblast, stát
region: okres, kraj
postcode: psč, směrovací číslo
street: ulice
pobox: poštovní přihrádka
address: adresa, poštovní adresa
time zone: časové pásmo
languages: jazyk, jazyky
birthday: narozeniny, datum narození, narozen
birth year: rok narození
birth month: měsíc narození
birth day: den narození
note: poznámky, poznámka, komentář, komentáře, popis
met on: datum seznámení, seznámení
met how: kde jsme se potkali, jak jsme se potkali, kde jsme se seznámili, jak jsme se seznámili
last touch: poslední kontakt, poslední zpráva, poslední mail, poslední e-mail
rhythm: četnost, frekvence, frekvence kontaktu
left out: identifikátor, vytvořeno, změněno, fotografie, foto, obrázek, pohlaví, iniciály, priorita, soukromé,
  utajení, adresářový server, informace o volném čase v síti internet, zobrazované jméno e-mailu, typ e-mailu, číslo
type: typ, druh, popisek
value: hodnota
+work: zam, zaměstnání, do zaměstnání, pracovní, práce, v práci, služební
+home: domů, domácí, soukromý, doma, bydliště
+other: jiný, jiná, jiné
+: adresa
"""

RUSSIAN: Final = """
name: полное имя, фио, ф и о, имя и фамилия, фамилия и имя, отображаемое имя, выводимое имя, контакт, фамилия имя,
  имя фамилия, фамилия имя отчество
bare name: имя
given: личное имя
family: фамилия
additional: отчество
prefix: обращение, учёная степень, префикс
suffix: суффикс
title: титул
nickname: псевдоним, прозвище, ник
phonetic: произношение
pronouns: местоимения
email: адрес эл почты, эл почта, электронная почта, адрес электронной почты, почта, email, e-mail, мейл,
  основной адрес электронной почты, дополнительный адрес электронной почты, эл адрес, имейл
phone: телефон, тел, номер телефона
mobile: мобильный телефон, мобильный, сотовый, телефон переносной, сотовый телефон, моб, моб телефон, номер мобильного
fax: факс, номер факса
pager: пейджер
car phone: телефон в машине
main phone: основной телефон
company phone: основной телефон организации
callback: обратный вызов
radio phone: радиотелефон
organisation: организация, компания, место работы, университет, вуз, институт, учреждение, аффилиация, работодатель,
  фирма
role: должность, роль, позиция, функция
occupation: профессия
unit: отдел, кафедра, факультет, лаборатория, подразделение, группа исследования
page: веб страница, сайт, веб сайт, ссылка, страница, домашняя страница
topics: ключевые слова, темы, интересы, научные интересы, тема, область исследований, область интересов
groups: категории, категория, группы, группа, метки, теги, списки, ярлыки
place: расположение, место, местоположение, место жительства
town: город, населённый пункт
country: страна, страна или регион
region: область, край, регион
postcode: индекс, почтовый код, почтовый индекс
street: улица
pobox: почтовый ящик
address: адрес, почтовый адрес, полный адрес
time zone: часовой пояс
languages: язык, языки
birthday: день рождения, дата рождения
birth year: год рождения
birth month: месяц рождения
birth day: число рождения
note: заметки, заметка, примечания, примечание, комментарий, комментарии, описание
met on: дата знакомства, познакомились, когда познакомились
met how: где познакомились, как познакомились, место знакомства, обстоятельства знакомства
last touch: последний контакт, последнее письмо, последний разговор, последнее общение
rhythm: частота, частота общения, как часто, периодичность
left out: идентификатор, создано, изменено, дата создания, дата изменения, фото, фотография, пол, инициалы, важность,
  пометка, частное, сервер каталогов, краткое имя эл почты, тип эл почты, номер
type: тип, метка
value: значение
+work: раб адрес, раб, рабочий, рабочая, рабочее, служебный
+home: дом адрес, дом, домашний, домашняя, личный
+other: другой адрес, другой, другая, прочий
"""

JAPANESE: Final = """
name: 氏名, 名前, 表示名, お名前, フルネーム, 姓名
given: 名
family: 姓, 名字, 苗字
additional: ミドルネーム
prefix: 肩書き
suffix: 敬称
title: タイトル
nickname: ニックネーム, 愛称
phonetic: 姓フリガナ, 名フリガナ, フリガナ, ふりがな, 姓ふりがな, 名ふりがな, よみがな, 読み, 読みがな
email: 電子メールアドレス, メールアドレス, メール, 電子メール, eメール, 第1メールアドレス, 第2メールアドレス, email
phone: 電話, 電話番号, 固定電話, tel
mobile: 携帯電話, 携帯, 携帯番号, 携帯電話番号
fax: fax, ファックス, ファクス, fax番号
pager: ポケットベル
car phone: 自動車電話
main phone: 通常の電話
company phone: 会社代表電話
callback: コールバック
radio phone: 無線電話
organisation: 会社名, 会社, 所属, 組織, 大学, 勤務先, 所属機関, 機関, 企業名, 組織名, 学校
role: 役職, 職位, 役割, 役職名
occupation: 職業
unit: 部署, 部門, 学部, 研究室, 学科
page: webページ, ウェブサイト, ホームページ, ウェブページ, サイト, リンク
topics: キーワード, トピック, 興味, 研究分野, 専門, 研究テーマ, 専門分野
groups: 分類, 分類項目, グループ, カテゴリ, カテゴリー, タグ, ラベル
place: 場所, 所在地, 居住地
town: 市町村, 市区町村, 市
country: 国, 国地域
region: 都道府県
postcode: 郵便番号
street: 番地, 住所1, 町名番地
pobox: 私書箱
address: 住所
time zone: タイムゾーン
languages: 言語, 使用言語
birthday: 誕生日, 生年月日
birth year: 誕生年, 生年
birth month: 誕生月
birth day: 誕生日の日
note: メモ, 備考, ノート, コメント, 注記
met on: 出会った日, 初対面, 会った日
met how: 出会った場所, 知り合った場所, きっかけ
last touch: 最終連絡, 最終連絡日, 前回連絡, 最後の連絡
rhythm: 連絡頻度, 頻度
left out: 番号, 作成日, 更新日, 作成日時, 更新日時, 写真, 画像, 性別, イニシャル, 優先度, プライベート, 秘密度,
  ディレクトリサーバー, インターネット空き時間情報, 電子メール表示名, 電子メールの種類
type: 種類, ラベル
value: 値
+work: 会社, 勤務先, 仕事, 職場
+home: 自宅, 個人
+other: その他の, その他
"""

CHINESE: Final = """
name: 姓名, 显示名称, 全名, 顯示名稱, 名称, 联系人, 聯絡人, 名字
given: 名
family: 姓, 姓氏
additional: 中间名, 中間名
prefix: 英文称谓, 称呼, 稱謂, 头衔, 頭銜
suffix: 中文称谓, 称谓, 后缀, 後綴
nickname: 昵称, 暱稱
phonetic: 拼音, 注音, 读音
email: 电子邮件地址, 电子邮件, 邮箱, 电邮, 電子郵件, 電子郵件地址, 电子信箱, 電子信箱, 邮箱地址, 主要电子邮件,
  email, 邮件
phone: 电话, 电话号码, 電話, 電話號碼, 联系电话, 固定电话, 座机
mobile: 移动电话, 手机, 手机号, 手机号码, 手機, 行動電話, 手機號碼
fax: 传真, 傳真
pager: 寻呼机, 呼叫器
car phone: 车载电话
main phone: 主要电话
company phone: 单位主要电话
callback: 回电话
radio phone: 无绳电话
organisation: 单位, 公司, 组织, 学校, 机构, 大学, 公司名称, 单位名称, 公司部门, 機構, 單位, 學校, 所属机构, 工作单位
role: 职务, 职位, 职称, 職稱, 職務, 職位, 角色
occupation: 职业, 職業
unit: 部门, 院系, 部門, 学院, 系, 实验室, 课题组
page: 网页, 网站, 网址, 主页, 網頁, 網站, 個人網頁, 个人主页, 链接
topics: 关键词, 主题, 兴趣, 研究方向, 研究领域, 研究兴趣, 關鍵字, 研究興趣, 研究領域
groups: 类别, 分组, 组, 标签, 类别标签, 類別, 群組, 標籤, 分类
place: 地点, 位置, 所在地, 地點, 居住地
town: 市县, 城市, 市, 縣市
country: 国家地区, 国家, 國家, 國家地區
region: 省市自治区, 省, 省份, 州
postcode: 邮政编码, 邮编, 郵遞區號
street: 街道
pobox: 邮政信箱, 信箱, 商务地址邮箱, 住宅地址邮箱, 其他地址邮箱
address: 地址, 通讯地址, 通訊地址, 住址
time zone: 时区, 時區
languages: 语言, 語言
birthday: 生日, 出生日期
birth year: 出生年, 出生年份
birth month: 出生月, 出生月份
birth day: 出生日
note: 附注, 备注, 便笺, 備註, 注释, 说明, 记录
met on: 认识日期, 相识日期, 初次见面
met how: 认识地点, 如何认识, 认识途径, 相识方式
last touch: 最近联系, 上次联系, 最后联系, 最後聯絡, 最近联系日期
rhythm: 联系频率, 频率
left out: 编号, 序号, 创建时间, 修改时间, 更新时间, 照片, 头像, 性别, 性別, 缩写, 优先级, 私有, 敏感度, 目录服务器,
  internet忙闲, 电子邮件显示名称, 电子邮件显示名, 电子邮件类型, 身份证编号
type: 类型, 類型
value: 值
+work: 商务地址, 商务, 工作, 公司, 办公, 单位, 商務
+home: 住宅地址, 住宅, 家庭, 个人, 住家
+other: 其他地址, 其他, 其它
"""

TABLES: Final = {
    "en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "pt": PORTUGUESE, "nl": DUTCH,
    "pl": POLISH, "sv": SWEDISH, "da": DANISH, "nb": NORWEGIAN, "cs": CZECH, "ru": RUSSIAN, "ja": JAPANESE,
    "zh": CHINESE,
}  # fmt: skip
"""The blocks by language; an earlier one counts where two explain the headers equally well."""
