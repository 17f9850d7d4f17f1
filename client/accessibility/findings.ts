import type { CriterionResult } from "../../shared/accessibility.ts";

interface CriterionFinding {
  criterion: string;
  title: string;
  result: CriterionResult;
  finding: string;
}

/** Written from test/accessibility/rgaa.csv. */
export const CRITERION_FINDINGS: readonly CriterionFinding[] = JSON.parse(`
[{"criterion":"1.1","title":"Chaque image qui informe a une alternative","result":"C","finding":""}
,{"criterion":"1.2","title":"Les images de décoration sont ignorées par les lecteurs d'écran","result":"C","finding":""}
,{"criterion":"1.3","title":"L'alternative dit ce que l'image apporte","result":"C","finding":""}
,{"criterion":"1.4","title":"L'alternative d'un CAPTCHA dit sa fonction","result":"NA","finding":"Aucun CAPTCHA : l'entrée se fait par un mot de passe, avec une limite d'essais."}
,{"criterion":"1.5","title":"Un CAPTCHA a une solution de remplacement","result":"NA","finding":"Aucun CAPTCHA : l'entrée se fait par un mot de passe, avec une limite d'essais."}
,{"criterion":"1.6","title":"Une image complexe a une description détaillée","result":"C","finding":"/territoire, /territoire/carte : chaque graphique et la carte ont leur tableau et une phrase qui les résume."}
,{"criterion":"1.7","title":"La description détaillée dit la même chose que l'image","result":"C","finding":"/territoire/carte : le tableau donne achats, taux, distance et flux : tout ce que montrent les cercles et les traits."}
,{"criterion":"1.8","title":"Aucune image de texte sans nécessité","result":"C","finding":"toutes les pages : aucun texte en image hors du logo et des documents des utilisateurs."}
,{"criterion":"1.9","title":"Une légende est reliée à son image","result":"C","finding":"/territoire/carte : la carte et ses notes sont dans un même élément figure qui porte un nom."}
,{"criterion":"2.1","title":"Chaque cadre a un titre","result":"C","finding":"/factures/… : le seul cadre du produit, le document PDF, a pour titre « Document : » et son nom."}
,{"criterion":"2.2","title":"Le titre du cadre dit ce qu'il contient","result":"C","finding":"/factures/… : le titre reprend le nom du document montré."}
,{"criterion":"3.1","title":"La couleur n'est jamais seule à informer","result":"C","finding":"/territoire, /territoire/carte, /saisie : motif, icône ou mot doublent chaque couleur."}
,{"criterion":"3.2","title":"Le texte se détache assez du fond","result":"C","finding":""}
,{"criterion":"3.3","title":"Composants et graphiques se détachent assez","result":"C","finding":"/saisie, /territoire : bordures de champ #868e96 et couleurs de graphique mesurées à 3:1 au moins sur blanc."}
,{"criterion":"4.1","title":"Transcription ou audiodescription","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.2","title":"Transcription ou audiodescription pertinente","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.3","title":"Sous-titres","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.4","title":"Sous-titres pertinents","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.5","title":"Audiodescription synchronisée","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.6","title":"Audiodescription pertinente","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.7","title":"Média identifiable","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.8","title":"Alternative d'un média non temporel","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.9","title":"Alternative pertinente d'un média non temporel","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.10","title":"Son déclenché seul contrôlable","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.11","title":"Média contrôlable au clavier","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.12","title":"Média non temporel contrôlable au clavier","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"4.13","title":"Média compatible avec les technologies d'assistance","result":"NA","finding":"Aucun son, aucune vidéo, aucune animation sonore dans le produit."}
,{"criterion":"5.1","title":"Un tableau complexe a un résumé","result":"NA","finding":"Aucun tableau à plusieurs niveaux d'en-têtes : tous ont une ligne d'en-têtes et une colonne qui nomme la ligne."}
,{"criterion":"5.2","title":"Le résumé d'un tableau complexe est pertinent","result":"NA","finding":"Aucun tableau complexe, voir 5.1."}
,{"criterion":"5.3","title":"Un tableau de mise en forme se lit dans l'ordre","result":"NA","finding":"Aucun tableau ne sert à mettre en page : tous contiennent des données."}
,{"criterion":"5.4","title":"Un tableau de données a un titre","result":"C","finding":""}
,{"criterion":"5.5","title":"Le titre du tableau dit ce qu'il liste","result":"C","finding":"/territoire, /comparer, /commandes : chaque titre nomme ce qui est listé et sur quelle période."}
,{"criterion":"5.6","title":"Les en-têtes sont déclarés","result":"C","finding":""}
,{"criterion":"5.7","title":"Chaque cellule est reliée à ses en-têtes","result":"C","finding":"/territoire, /saisie : th avec scope dans les tableaux, rowheader et columnheader dans la grille de saisie."}
,{"criterion":"5.8","title":"Un tableau de mise en forme n'a pas d'éléments de données","result":"NA","finding":"Aucun tableau ne sert à mettre en page : tous contiennent des données."}
,{"criterion":"6.1","title":"Chaque lien est explicite","result":"C","finding":"toutes les pages : liens lus seuls : le montant ou le nom dit ce qui s'ouvre ; aucun « cliquez ici »."}
,{"criterion":"6.2","title":"Chaque lien a un intitulé","result":"C","finding":""}
,{"criterion":"7.1","title":"Les composants sont compris par les technologies d'assistance","result":"C","finding":""}
,{"criterion":"7.2","title":"L'alternative d'un script est pertinente","result":"NA","finding":"Le produit n'a pas de version sans script ; la page publique est du HTML sans script."}
,{"criterion":"7.3","title":"Tout se fait au clavier et au pointeur","result":"C","finding":""}
,{"criterion":"7.4","title":"Un changement de contexte est annoncé ou voulu","result":"C","finding":"/territoire, /territoire/carte : un choix de liste change les chiffres de la page, jamais la page elle-même ni le focus."}
,{"criterion":"7.5","title":"Les messages de statut sont annoncés","result":"C","finding":"/saisie, /importer : enregistrement, erreurs et avancement sont dans des zones status, alert ou aria-live."}
,{"criterion":"8.1","title":"Le type de document est déclaré","result":"C","finding":""}
,{"criterion":"8.2","title":"Le code est valide pour ce que lisent les technologies d'assistance","result":"C","finding":""}
,{"criterion":"8.3","title":"La langue de la page est déclarée","result":"C","finding":""}
,{"criterion":"8.4","title":"La langue déclarée est la bonne","result":"C","finding":""}
,{"criterion":"8.5","title":"Chaque page a un titre","result":"C","finding":""}
,{"criterion":"8.6","title":"Le titre dit où l'on est","result":"C","finding":"toutes les pages : le titre de l'onglet reprend le titre de la page."}
,{"criterion":"8.7","title":"Les changements de langue sont signalés","result":"NC","finding":"treize pages en anglais : les désignations d'articles, noms de produits sans anglais, motifs et commentaires saisis en français portent lang=\\"fr\\". Les noms propres (fournisseurs, cantines, communes) en sont dispensés par le critère ; dans une phrase ou une liste déroulante ils ne le portent pas. Reste : les noms saisis en français des listes de choix de la légumerie et des textes lus à la place d'un bouton (aria-label) ne sont pas marqués."}
,{"criterion":"8.8","title":"Le code d'un changement de langue est bon","result":"C","finding":"toutes les pages : le seul code posé, sur le bouton de langue, est celui de la langue proposée."}
,{"criterion":"8.9","title":"Les balises servent au sens, pas à l'apparence","result":"C","finding":"toutes les pages : espaces et retraits par feuilles de style ; aucun paragraphe vide."}
,{"criterion":"8.10","title":"Les changements de sens de lecture sont signalés","result":"NA","finding":"Français et anglais seulement, de gauche à droite."}
,{"criterion":"9.1","title":"Les titres structurent la page","result":"C","finding":""}
,{"criterion":"9.2","title":"En-tête, navigation et contenu sont des régions","result":"C","finding":""}
,{"criterion":"9.3","title":"Les listes sont des listes","result":"C","finding":""}
,{"criterion":"9.4","title":"Les citations sont signalées","result":"NA","finding":"Aucune citation : les textes sont ceux du produit et les données saisies."}
,{"criterion":"10.1","title":"La présentation est dans les feuilles de style","result":"C","finding":"toutes les pages : ni balise ni attribut de présentation dans le code produit."}
,{"criterion":"10.2","title":"Le contenu reste sans feuilles de style","result":"C","finding":""}
,{"criterion":"10.3","title":"L'ordre reste compréhensible sans feuilles de style","result":"C","finding":"toutes les pages : l'ordre du code est celui de la lecture ; deux inversions visuelles (carte d'un tableau, étape d'importation) ne changent pas le sens."}
,{"criterion":"10.4","title":"Le texte se lit à 200 %","result":"C","finding":""}
,{"criterion":"10.5","title":"Couleurs de fond et de texte déclarées ensemble","result":"C","finding":"toutes les pages : fond et texte viennent du même thème, posés sur body."}
,{"criterion":"10.6","title":"Un lien se voit dans un texte","result":"C","finding":"toutes les pages : liens soulignés dans les textes et les tableaux."}
,{"criterion":"10.7","title":"Le focus se voit","result":"C","finding":""}
,{"criterion":"10.8","title":"Ce qui est caché l'est aussi pour les lecteurs d'écran","result":"C","finding":""}
,{"criterion":"10.9","title":"Forme, taille ou position ne sont jamais seules à informer","result":"C","finding":"/territoire/carte : taille et motif des cercles sont redits en mots dans leur nom et dans le tableau."}
,{"criterion":"10.10","title":"… y compris dans les textes","result":"C","finding":"toutes les pages : aucune consigne ne renvoie à « à droite » ou « le bouton rond »."}
,{"criterion":"10.11","title":"Pas de défilement dans les deux sens à 320 px","result":"C","finding":""}
,{"criterion":"10.12","title":"Les espacements du texte peuvent être élargis","result":"C","finding":""}
,{"criterion":"10.13","title":"Ce qui apparaît au survol peut être fermé et survolé","result":"C","finding":""}
,{"criterion":"10.14","title":"Ce qui apparaît par les seules feuilles de style s'atteint au clavier","result":"C","finding":"toutes les pages : le lien d'évitement apparaît au focus ; rien d'autre n'apparaît par :hover."}
,{"criterion":"11.1","title":"Chaque champ a une étiquette","result":"C","finding":""}
,{"criterion":"11.2","title":"L'étiquette dit ce qui est attendu","result":"C","finding":"/saisie, /fournisseurs, /reglages : étiquettes lues une à une."}
,{"criterion":"11.3","title":"Une même étiquette désigne la même chose partout","result":"C","finding":"/saisie, /commandes, /factures : fournisseur, quantité, prix et date portent le même nom partout."}
,{"criterion":"11.4","title":"L'étiquette est à côté de son champ","result":"C","finding":"/connexion, /fournisseurs, /reglages : étiquette au-dessus du champ, ou à droite d'une case."}
,{"criterion":"11.5","title":"Les champs de même nature sont groupés","result":"C","finding":"/fournisseurs, /justificatifs : cases et certificats dans des groupes nommés."}
,{"criterion":"11.6","title":"Chaque groupe a une légende","result":"C","finding":"/justificatifs : « Certificat 1 », « Certificat 2 »."}
,{"criterion":"11.7","title":"La légende est pertinente","result":"C","finding":"/justificatifs : la légende nomme le certificat ou la question."}
,{"criterion":"11.8","title":"Les choix d'une longue liste sont groupés","result":"NA","finding":"Les listes longues se cherchent en tapant ; aucune n'a de sous-groupes."}
,{"criterion":"11.9","title":"L'intitulé d'un bouton dit ce qu'il fait","result":"C","finding":""}
,{"criterion":"11.10","title":"Les contrôles de saisie sont utilisés à propos","result":"C","finding":"/saisie, /fournisseurs : champs obligatoires et erreurs annoncés par required et aria-invalid, message relié, format donné."}
,{"criterion":"11.11","title":"Une erreur propose sa correction","result":"C","finding":"/saisie, /importer : chaque erreur dit quoi écrire ; les valeurs proches sont proposées à l'importation."}
,{"criterion":"11.12","title":"Une donnée importante se vérifie et se corrige","result":"C","finding":"/commandes, /cantine/declaration : relecture avant envoi, annulation et historique."}
,{"criterion":"11.13","title":"La nature d'un champ personnel est dite au navigateur","result":"C","finding":"/connexion, /premiers-pas : autocomplete username, current-password, name et organization."}
,{"criterion":"12.1","title":"Deux façons de trouver une page","result":"C","finding":""}
,{"criterion":"12.2","title":"Les menus sont toujours à la même place","result":"C","finding":"toutes les pages : barre, sous-menu et pied de page identiques."}
,{"criterion":"12.3","title":"Le plan du site est complet","result":"C","finding":""}
,{"criterion":"12.4","title":"Le plan du site s'atteint de la même façon partout","result":"C","finding":"toutes les pages : lien « Plan du site » en pied de page."}
,{"criterion":"12.5","title":"Le moteur de recherche s'atteint de la même façon partout","result":"NA","finding":"Aucun moteur de recherche de tout le site : les listes ont chacune leur filtre."}
,{"criterion":"12.6","title":"Les régions peuvent être atteintes ou évitées","result":"C","finding":""}
,{"criterion":"12.7","title":"Un lien mène directement au contenu","result":"C","finding":""}
,{"criterion":"12.8","title":"L'ordre de tabulation est logique","result":"C","finding":""}
,{"criterion":"12.9","title":"Aucun piège au clavier","result":"C","finding":""}
,{"criterion":"12.10","title":"Aucun raccourci d'une seule touche hors d'un champ","result":"C","finding":"/saisie : les raccourcis n'agissent que dans la grille ; partout ailleurs aucune touche seule n'agit."}
,{"criterion":"12.11","title":"Ce qui apparaît s'atteint au clavier","result":"C","finding":"/saisie, /territoire/carte : menus, listes et détail s'ouvrent et se parcourent au clavier."}
,{"criterion":"13.1","title":"Chaque limite de temps peut être levée","result":"C","finding":""}
,{"criterion":"13.2","title":"Aucune fenêtre ne s'ouvre sans action","result":"C","finding":"toutes les pages : une pièce jointe s'ouvre dans un onglet sur demande seulement."}
,{"criterion":"13.3","title":"Un document à télécharger est accessible","result":"C","finding":"/cantine/affiches, exports : PDF balisés PDF/UA ; tableaux en CSV. Les justificatifs sont des documents de tiers."}
,{"criterion":"13.4","title":"La version accessible dit la même chose","result":"C","finding":"exports : le fichier exporté a les mêmes lignes que le tableau."}
,{"criterion":"13.5","title":"Un contenu cryptique a une alternative","result":"NA","finding":"Aucun dessin fait de caractères."}
,{"criterion":"13.6","title":"L'alternative d'un contenu cryptique est pertinente","result":"NA","finding":"Aucun dessin fait de caractères."}
,{"criterion":"13.7","title":"Aucun éclair ni changement brusque de luminosité","result":"C","finding":"toutes les pages : aucun clignotement ; animations coupées par prefers-reduced-motion."}
,{"criterion":"13.8","title":"Ce qui bouge peut être arrêté","result":"NA","finding":"Rien ne bouge de soi-même plus de cinq secondes."}
,{"criterion":"13.9","title":"La page se lit dans les deux orientations","result":"C","finding":""}
,{"criterion":"13.10","title":"Un geste complexe a une alternative simple","result":"NA","finding":"Aucun geste à plusieurs doigts ni tracé ; le dépôt de fichier a son bouton."}
,{"criterion":"13.11","title":"Une action au pointeur peut être annulée","result":"C","finding":"toutes les pages : les actions partent au relâchement (click), jamais à la pression."}
,{"criterion":"13.12","title":"Une action par mouvement de l'appareil a une alternative","result":"NA","finding":"Le produit n'utilise aucun capteur de mouvement."}
]`);
