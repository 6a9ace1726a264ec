import type { Person } from './person.js';

/** A day that many days from now, as typed into three boxes. */
export function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Answers the whole renewal in French, page after page, down to the review. Files come with `attach`. */
export async function fillIn(person: Person, until = daysAhead(90)): Promise<void> {
  await aboutPermit(person, until);
  await aboutPerson(person);
  await aboutLife(person);
  await aboutStudies(person);
  await lastQuestions(person);
}

/** The first page. */
export async function aboutPermit(person: Person, until = daysAhead(90)): Promise<void> {
  await person.choose(
    /Quel titre avez-vous/,
    'Une carte de séjour d’un an (carte de séjour temporaire)',
  );
  await person.day(/Dernier jour de validité/, until);
  await person.choose(/Mention écrite/, 'Étudiant');
  await person.continueTo('Votre nationalité et vos numéros');
}

async function aboutPerson(person: Person): Promise<void> {
  await person.choose(/Avez-vous une nationalité/, 'Oui, une');
  await person.pick(/^Votre nationalité/, 'Maroc');
  await person.type(/Numéro étranger/, '9912345678');
  await person.continueTo('Votre nom');
  await person.choose(/Comment votre nom est-il écrit/, 'Un nom et un ou plusieurs prénoms');
  await person.type(/^Nom de naissance/, 'Benali');
  await person.type(/^Prénoms/, 'Salma');
  await person.choose(/D’où viennent votre nom/, 'De mon passeport');
  await person.continueTo('Votre naissance');
  await person.day(/Date de naissance/, '2001-03-14');
  await person.type(/Ville ou village de naissance/, 'Fès');
  await person.pick(/Pays de naissance/, 'Maroc');
  await person.choose(/Sexe inscrit/, 'Femme (F)');
  await person.continueTo('Votre passeport');
  await person.choose(/Avec quel document/, 'Un passeport');
  await person.pick(/Pays qui l’a délivré/, 'Maroc');
  await person.type(/Numéro du document/, 'L898902C3');
  await person.day(/Délivré le/, '2022-05-02');
  await person.day(/Valable jusqu’au/, '2031-05-01');
  await person.continueTo('Vous joindre');
}

async function aboutLife(person: Person): Promise<void> {
  await person.pick(/Dans quelle langue/, 'Français');
  await person.choose(/Comment préférez-vous être joint/, 'Par courriel');
  await person.type(/Adresse électronique/, 'salma@example.org');
  await person.continueTo('Votre domicile');
  await person.pick(/Où vivez-vous/, 'Je loue un logement');
  await person.type(/Numéro et rue/, '12 rue des Lilas');
  await person.type(/Code postal/, '38000');
  await person.type(/Commune/, 'Grenoble');
  await person.continueTo('Vos études');
}

async function aboutStudies(person: Person): Promise<void> {
  await person.choose(/Que faites-vous après/, 'Je continue les mêmes études');
  await person.choose(/^Niveau/, 'Master, école (bac +4 ou +5)');
  await person.type(/^Établissement/, 'Université Grenoble Alpes');
  await person.type(/Ville de l’établissement/, 'Grenoble');
  await person.type(/^Formation/, 'Master de droit');
  await person.type(/Année d’inscription/, '2026');
  await person.choose(/Votre inscription est-elle/, 'Oui, elle est définitive');
  await person.continueTo('Vos années d’études');
  await person.continueTo('Vos ressources et votre travail');
}

async function lastQuestions(person: Person): Promise<void> {
  await person.choose(/Avez-vous une bourse/, 'Non');
  await person.choose(/Travaillez-vous/, 'Non');
  await person.continueTo('Dernières questions');
  await person.choose(/papiers écrits dans une autre langue/, 'Non');
  await person.tick(/Je déclare que mes réponses/);
  await person.continueTo('Vos pièces');
}
