<?php
require __DIR__ . '/../support.php';

$extension = new ReflectionExtension('gearman');
show('loaded', extension_loaded('gearman'));
show('name', $extension->getName());
show('dependencies', $extension->getDependencies());
show('version', phpversion('gearman'));
