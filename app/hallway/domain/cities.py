"""Towns where people study and work that no time zone is named after; so that nothing is looked up online."""

from __future__ import annotations

TOWNS: dict[str, str] = {
    "Africa/Accra": "Kumasi",
    "Africa/Addis_Ababa": "Gondar, Mekelle",
    "Africa/Cairo": "Alexandria, Giza",
    "Africa/Casablanca": "Fes, Marrakesh, Rabat",
    "Africa/Dar_es_Salaam": "Arusha, Dodoma",
    "Africa/Johannesburg": "Bloemfontein, Cape Town, Durban, Grahamstown, Pretoria, Stellenbosch",
    "Africa/Kampala": "Makerere",
    "Africa/Lagos": "Abuja, Ibadan, Kano, Nsukka",
    "Africa/Nairobi": "Eldoret, Kisumu, Mombasa",
    "Africa/Tunis": "Sfax",
    "America/Argentina/Buenos_Aires": "La Plata, Rosario",
    "America/Bogota": "Cali, Medellín",
    "America/Chicago": (
        "Austin, Champaign, Dallas, Evanston, Houston, Iowa City, Kansas City, Madison, Memphis, Milwaukee, "
        "Minneapolis, Nashville, New Orleans, Notre Dame, San Antonio, St. Louis, Urbana"
    ),
    "America/Denver": "Albuquerque, Boulder, Fort Collins, Salt Lake City, Santa Fe",
    "America/Edmonton": "Calgary",
    "America/Guayaquil": "Quito",
    "America/Halifax": "Fredericton, Nova Scotia",
    "America/Lima": "Arequipa, Cusco",
    "America/Los_Angeles": (
        "Berkeley, Davis, Eugene, Irvine, Las Vegas, La Jolla, Palo Alto, Pasadena, Portland, Riverside, "
        "Sacramento, San Diego, San Francisco, San Jose, Santa Barbara, Santa Cruz, Seattle, Stanford"
    ),
    "America/Mexico_City": "Guadalajara, Puebla, Querétaro",
    "America/New_York": (
        "Ann Arbor, Atlanta, Baltimore, Boston, Buffalo, Cambridge MA, Chapel Hill, Charlottesville, Cincinnati, "
        "Cleveland, Columbus, Durham NC, Gainesville, Ithaca, Miami, New Haven, Philadelphia, Pittsburgh, "
        "Princeton, Providence, Raleigh, Rochester, Syracuse, Washington DC"
    ),
    "America/Phoenix": "Flagstaff, Tempe, Tucson",
    "America/Regina": "Saskatoon",
    "America/Santiago": "Concepción, Valparaíso",
    "America/Sao_Paulo": (
        "Belo Horizonte, Brasília, Campinas, Curitiba, Florianópolis, Porto Alegre, Rio de Janeiro, São Paulo"
    ),
    "America/Toronto": "Hamilton, Kingston ON, Montreal, Montréal, Ottawa, Quebec, Waterloo",
    "America/Vancouver": "Burnaby, Kelowna, Victoria BC",
    "America/Winnipeg": "Manitoba",
    "Asia/Almaty": "Astana",
    "Asia/Bangkok": "Chiang Mai, Khon Kaen",
    "Asia/Colombo": "Kandy",
    "Asia/Dhaka": "Chittagong",
    "Asia/Dubai": "Abu Dhabi, Sharjah",
    "Asia/Ho_Chi_Minh": "Can Tho, Da Nang, Hanoi, Hue, Saigon",
    "Asia/Jakarta": "Bandung, Bogor, Yogyakarta",
    "Asia/Jerusalem": "Beersheba, Haifa, Rehovot, Tel Aviv",
    "Asia/Karachi": "Islamabad, Lahore",
    "Asia/Kolkata": (
        "Ahmedabad, Bangalore, Bengaluru, Bhopal, Bombay, Calcutta, Chennai, Delhi, Guwahati, Hyderabad, Kanpur, "
        "Kharagpur, Mumbai, New Delhi, Pune, Roorkee, Trivandrum"
    ),
    "Asia/Kuala_Lumpur": "Penang",
    "Asia/Manila": "Cebu, Quezon City",
    "Asia/Novosibirsk": "Akademgorodok",
    "Asia/Qatar": "Doha",
    "Asia/Riyadh": "Dhahran, Jeddah, Thuwal",
    "Asia/Seoul": "Busan, Daejeon, Gwangju, Incheon, Pohang, Ulsan",
    "Asia/Shanghai": (
        "Beijing, Chengdu, Fudan, Guangzhou, Hangzhou, Harbin, Hefei, Nanjing, Peking, Shenzhen, Suzhou, Tianjin, "
        "Tsinghua, Wuhan, Xi'an, Xiamen"
    ),
    "Asia/Taipei": "Hsinchu, Kaohsiung, Taichung, Tainan",
    "Asia/Tehran": "Isfahan, Mashhad, Shiraz",
    "Asia/Tokyo": (
        "Fukuoka, Hiroshima, Kobe, Kyoto, Nagoya, Okinawa, Osaka, Sapporo, Sendai, Tsukuba, Yokohama"
    ),
    "Atlantic/Reykjavik": "Akureyri",
    "Australia/Brisbane": "Gold Coast, Townsville",
    "Australia/Melbourne": "Geelong, Clayton",
    "Australia/Perth": "Fremantle",
    "Australia/Sydney": "Canberra, Newcastle NSW, Wollongong",
    "Europe/Amsterdam": (
        "Delft, Eindhoven, Enschede, Groningen, Leiden, Maastricht, Nijmegen, Rotterdam, The Hague, Tilburg, "
        "Twente, Utrecht, Wageningen"
    ),
    "Europe/Athens": "Heraklion, Ioannina, Patras, Thessaloniki",
    "Europe/Berlin": (
        "Aachen, Bonn, Bremen, Cologne, Köln, Darmstadt, Dortmund, Dresden, Düsseldorf, Erlangen, Frankfurt, "
        "Freiburg, Göttingen, Halle, Hamburg, Hannover, Heidelberg, Jena, Karlsruhe, Kiel, Konstanz, Leipzig, "
        "Mainz, Mannheim, Marburg, Munich, München, Münster, Nuremberg, Potsdam, Stuttgart, Tübingen, Ulm, "
        "Würzburg"
    ),
    "Europe/Brussels": "Antwerp, Ghent, Leuven, Liège, Louvain-la-Neuve",
    "Europe/Bucharest": "Cluj-Napoca, Iași, Timișoara",
    "Europe/Budapest": "Debrecen, Pécs, Szeged",
    "Europe/Copenhagen": "Aalborg, Aarhus, Lyngby, Odense, Roskilde",
    "Europe/Dublin": "Cork, Galway, Limerick, Maynooth",
    "Europe/Helsinki": "Espoo, Jyväskylä, Oulu, Tampere, Turku",
    "Europe/Istanbul": "Ankara, Izmir",
    "Europe/Kyiv": "Kharkiv, Kiev, Lviv, Odesa",
    "Europe/Lisbon": "Aveiro, Braga, Coimbra, Porto",
    "Europe/London": (
        "Bath, Belfast, Birmingham, Brighton, Bristol, Cambridge, Cardiff, Durham, Edinburgh, Exeter, Glasgow, "
        "Lancaster, Leeds, Leicester, Liverpool, Manchester, Newcastle, Norwich, Nottingham, Oxford, Sheffield, "
        "Southampton, St Andrews, Warwick, York"
    ),
    "Europe/Madrid": (
        "Barcelona, Bilbao, Granada, Salamanca, Santiago de Compostela, Seville, Valencia, Zaragoza"
    ),
    "Europe/Moscow": "Nizhny Novgorod, Saint Petersburg, St Petersburg",
    "Europe/Oslo": "Bergen, Stavanger, Tromsø, Trondheim, Ås",
    "Europe/Paris": (
        "Bordeaux, Grenoble, Lille, Lyon, Marseille, Montpellier, Nancy, Nantes, Nice, Rennes, Strasbourg, "
        "Toulouse"
    ),
    "Europe/Prague": "Brno, Olomouc, Ostrava, Plzeň",
    "Europe/Rome": (
        "Bologna, Florence, Genoa, Milan, Naples, Padua, Pavia, Pisa, Siena, Trento, Trieste, Turin, Venice"
    ),
    "Europe/Stockholm": "Gothenburg, Linköping, Lund, Malmö, Umeå, Uppsala, Örebro",
    "Europe/Tallinn": "Tartu",
    "Europe/Vienna": "Graz, Innsbruck, Klosterneuburg, Linz, Salzburg",
    "Europe/Vilnius": "Kaunas",
    "Europe/Warsaw": "Cracow, Gdańsk, Katowice, Kraków, Łódź, Lublin, Poznań, Toruń, Wrocław",
    "Europe/Zurich": "Basel, Bern, Fribourg, Geneva, Lausanne, Lugano, Neuchâtel, St. Gallen",
    "Pacific/Auckland": "Christchurch, Dunedin, Hamilton NZ, Palmerston North, Wellington",
    "Pacific/Honolulu": "Hawaii",
}  # fmt: skip
"""Towns by zone, as one text each: a table that can be read and mended by hand."""

ZONE_OF_CITY: dict[str, str] = {town: zone for zone, towns in TOWNS.items() for town in towns.split(", ")}
